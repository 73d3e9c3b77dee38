package io.github.heddle.trace;

import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a carrier did: which tasks were mounted on it and when; and, of the tasks whose stretches
/// ended on it, how many were in which state over time. Written by the carrier's thread, read by
/// any.
public final class CarrierTrack {
  private static final int MOST_HOLDS = 100;
  private static final int MOST_BROKEN = 1_000;
  private static final int MOST_LOOKS = 1_000;
  private static final int MOST_READINGS = 4_000;

  /// Mounts that stood still for less are shown as running.
  private static final long BROKEN = 500_000;

  private final Lane lane;
  private final Tape tape;
  private final LookLog looks = new LookLog(MOST_LOOKS);
  private final Series readings = new Series(Column.count(1), MOST_READINGS);
  private final TaskBins bins = new TaskBins();
  private final List<Hold> holds = new ArrayList<>();
  private final List<Mount> broken = new ArrayList<>();
  private long cpuNanos;
  private long readyNanos;
  private StateTimes ended = StateTimes.ZERO;

  /// A mount, and what the carrier had used before it, counted as its samples are.
  record Mount(Block block, long cpuBefore, long readyBefore) {}

  /// @param mostSlices how many slices of its lane are kept at most
  public CarrierTrack(Lane lane, int mostSlices) {
    this.lane = lane;
    this.tape = new Tape(lane.index(), mostSlices);
  }

  /// The carrier's row.
  public Lane lane() {
    return lane;
  }

  /// Looks at what was mounted here; times as of the mounts.
  public LookLog looks() {
    return looks;
  }

  /// What was sampled of a thread beside the carriers, which are sampled together; times as of the
  /// mounts. Written by the sampler.
  public Series readings() {
    return readings;
  }

  /// A task was mounted here, and this carrier does nothing else.
  public synchronized void carried(int task, MountUse use) {
    carried(task, use, cpuNanos, readyNanos);
    cpuNanos += use.cpuNanos();
    readyNanos += use.readyNanos().orElse(0);
  }

  /// A task was mounted here.
  ///
  /// @param cpuBefore CPU time that the thread had used before, as it is sampled
  /// @param readyBefore how long it had waited for a core before
  public synchronized void carried(int task, MountUse use, long cpuBefore, long readyBefore) {
    long ran = use.endNanos() - use.waiting();
    tape.add(task, State.RUNNING, use.startNanos(), ran);
    tape.add(task, State.WAITING, ran, use.endNanos());
    if (use.withoutCore() + use.stoodStill() >= BROKEN && broken.size() < MOST_BROKEN) {
      broken.add(
          new Mount(
              new Block(task, 1, 0, use.startNanos(), ran, use.cpuNanos(), use.withoutCore()),
              cpuBefore,
              readyBefore));
    }
  }

  /// Something was on its way to be done here for a task, or its result on the way back.
  public synchronized void conveyed(int task, long fromNanos, long toNanos) {
    tape.add(task, State.STARTING, fromNanos, toNanos);
  }

  /// A task kept others from this carrier.
  public synchronized void held(Hold hold) {
    holds.add(hold);
    if (holds.size() > 2 * MOST_HOLDS) {
      holds.sort(Comparator.comparingLong(Hold::nanos).reversed());
      holds.subList(MOST_HOLDS, holds.size()).clear();
    }
  }

  /// A task was in a state; waiting is what is left of its time.
  synchronized void spent(State state, long fromNanos, long toNanos) {
    bins.spent(state, fromNanos, toNanos);
  }

  /// A task ended here; its track is not needed for sums any more.
  public synchronized void ended(TaskTrack task, long startNanos, long endNanos) {
    bins.inFlight().add(startNanos, endNanos);
    ended = ended.plus(task.times(endNanos));
  }

  /// A task that has ended meanwhile, here or elsewhere, was not running all the time here.
  synchronized void ranLess(long withoutCore, long stoodStill) {
    ended = ended.plus(new StateTimes(-withoutCore - stoodStill, withoutCore, stoodStill, 0, 0));
  }

  /// How long the carrier waited for a core while a task was mounted.
  synchronized long readyNanos() {
    return readyNanos;
  }

  /// The states of all tasks that ended here.
  synchronized StateTimes states() {
    return ended;
  }

  synchronized List<Slice> slices() {
    return tape.slices();
  }

  /// The mounts that did not run all the time.
  synchronized List<Mount> broken() {
    return List.copyOf(broken);
  }

  synchronized List<Hold> holds() {
    return List.copyOf(holds);
  }

  /// How many tasks were in which state over time, as it is now.
  synchronized TaskBins bins() {
    return bins.copy();
  }
}
