package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One task's way through its states, where it is mounted on threads and unmounted again. A task
/// may do several things at once, such as run virtual threads of its own: it runs while one of them
/// does, and is ready while one of them is. Its states follow each other without gap or overlap.
///
/// Holders of the task's monitor only may call its methods. Times are nanoseconds since any fixed
/// moment, the same for all calls.
public final class TaskTrack {
  private static final int MOST_JOINED = 64;
  private static final int MOST_LOOKS = 1_000;

  private final int task;
  private final Optional<Tape> tape;
  private final Optional<LookLog> looks;
  private int mounted;
  private int queued;
  private boolean lockedWhenParked;

  /// When it was mounted although it was already, as long as it has been without a break: mostly
  /// never.
  private List<Long> joined = List.of();

  private boolean begun;
  private boolean over;
  private State state = State.RUNNING;
  private long since;
  private long running;
  private long ready;
  private long waiting;
  private long locked;
  private long lockedFrom;
  private long lockedTo;

  private TaskTrack(int task, Optional<Tape> tape) {
    this.task = task;
    this.tape = tape;
    this.looks = tape.map(_ -> new LookLog(MOST_LOOKS));
  }

  /// A track that keeps slices, for a lane of its own.
  public static TaskTrack withLane(int task, int lane, int mostSlices) {
    return new TaskTrack(task, Optional.of(new Tape(lane, mostSlices)));
  }

  /// A track that keeps sums only.
  public static TaskTrack withoutLane(int task) {
    return new TaskTrack(task, Optional.empty());
  }

  /// The task's number.
  public int task() {
    return task;
  }

  /// Whether its slices are kept.
  public boolean hasLane() {
    return tape.isPresent();
  }

  /// Looks at its thread, where it has a lane; times as of the mounts.
  public Optional<LookLog> looks() {
    return looks;
  }

  /// Since when nothing of the task is mounted or could be; empty where something is.
  public OptionalLong parkedSince() {
    return begun && !over && mounted == 0 && queued == 0
        ? OptionalLong.of(since)
        : OptionalLong.empty();
  }

  /// Something of the task can go on and waits for a thread.
  public void queued(long nanos) {
    queued++;
    change(nanos, Optional.empty());
  }

  /// Something of the task goes on, on a thread.
  ///
  /// @param first whether it was never queued, as with the beginning of the task
  /// @return when that was, not before anything that was noted before
  public long mounted(long nanos, boolean first, CarrierTrack carrier) {
    long at = begun ? Math.max(nanos, since) : nanos;
    queued -= first ? 0 : 1;
    mounted++;
    if (mounted > 1) {
      join(at);
    }
    if (!begun) {
      begun = true;
      since = at;
    }
    change(at, Optional.of(carrier));
    return at;
  }

  /// Something of the task that was queued is done outside of this process; until it is mounted
  /// there, the task waits for it.
  public void sent(long nanos, CarrierTrack carrier) {
    queued--;
    change(nanos, Optional.of(carrier));
  }

  /// What was mounted gave its thread free.
  ///
  /// @param use from the mount until now
  /// @param locked whether it waits for a lock from now on
  public void unmounted(MountUse use, boolean locked, CarrierTrack carrier) {
    mounted--;
    lockedWhenParked = locked;
    OptionalLong next = joinedAfter(use.startNanos());
    if (next.isPresent() && (over ? use.startNanos() < since : state == State.RUNNING)) {
      handedOver(use, next.getAsLong(), carrier);
    } else if (state == State.RUNNING && mounted == 0) {
      split(use, carrier);
    }
    change(use.endNanos(), Optional.of(carrier));
  }

  /// The task has ended: what it left behind does not count.
  ///
  /// @param use from the last mount to the end of the task
  public void ended(MountUse use, CarrierTrack carrier) {
    ended(use, use.endNanos(), carrier);
  }

  /// The same where the last mount was on another carrier, which has not noted it yet.
  ///
  /// @param endNanos the end of the task
  public void ended(MountUse use, long endNanos, CarrierTrack carrier) {
    split(use, carrier);
    close(endNanos, Optional.of(carrier));
    over = true;
  }

  private void change(long nanos, Optional<CarrierTrack> carrier) {
    State next = next();
    if (!over && next != state) {
      close(nanos, carrier);
      state = next;
      joined = mounted == 0 ? List.of() : joined;
    }
  }

  private State next() {
    if (mounted > 0) {
      return State.RUNNING;
    }
    return queued > 0 ? State.READY : lockedWhenParked ? State.LOCKED : State.WAITING;
  }

  /// Of a mount that is all that the task does: waiting with the thread held is a state of its own;
  /// what else it did not run counts as what it was, and is shown as it was sampled.
  private void split(MountUse use, CarrierTrack carrier) {
    if (over || since > use.startNanos() || use.nanos() == 0) {
      return;
    }
    if (use.pinned()) {
      close(use.endNanos() - use.waiting(), Optional.of(carrier));
      state = State.WAITING;
      close(use.endNanos(), Optional.of(carrier));
      state = State.RUNNING;
    }
    ranLess(use.withoutCore(), use.stoodStill());
  }

  private void join(long nanos) {
    List<Long> all = new ArrayList<>(joined);
    all.add(nanos);
    joined = List.copyOf(all.subList(Math.max(0, all.size() - MOST_JOINED), all.size()));
  }

  private OptionalLong joinedAfter(long nanos) {
    return joined.isEmpty()
        ? OptionalLong.empty()
        : joined.stream().mapToLong(at -> at).filter(at -> at > nanos).min();
  }

  /// Another carrier had taken the task on before this one had let it go, which takes no time: if
  /// it did, this one had no core.
  ///
  /// @param nextNanos when the task was mounted next
  private void handedOver(MountUse use, long nextNanos, CarrierTrack carrier) {
    long late = Math.max(0, use.endNanos() - nextNanos);
    long withoutCore = Math.max(0, use.withoutCore() - late);
    if (over) {
      carrier.ranLess(withoutCore, use.stoodStill());
    } else if (since <= use.startNanos()) {
      ranLess(withoutCore, use.stoodStill());
    }
  }

  private void ranLess(long withoutCore, long stoodStill) {
    running -= withoutCore + stoodStill;
    ready += withoutCore;
    waiting += stoodStill;
  }

  private void close(long nanos, Optional<CarrierTrack> carrier) {
    long until = Math.max(since, nanos);
    long length = until - since;
    switch (state) {
      case RUNNING -> running += length;
      case READY -> ready += length;
      case LOCKED -> locked += length;
      default -> waiting += length;
    }
    long from = since;
    tape.ifPresent(t -> t.add(task, state, from, until));
    if (state == State.LOCKED) {
      lockedFrom = since;
      lockedTo = until;
    }
    carrier.ifPresent(c -> tell(c, from, until));
    since = until;
  }

  /// The time behind a lock ends where no carrier is at hand; the next one is told.
  private void tell(CarrierTrack carrier, long from, long until) {
    if (state != State.LOCKED) {
      carrier.spent(state, from, until);
    }
    if (lockedTo > lockedFrom) {
      carrier.spent(State.LOCKED, lockedFrom, lockedTo);
      lockedFrom = lockedTo;
    }
  }

  /// How long the task was in each state until that moment.
  StateTimes times(long nanos) {
    long open = over || !begun ? 0 : Math.max(0, nanos - since);
    return new StateTimes(
        running + (state == State.RUNNING ? open : 0),
        ready + (state == State.READY ? open : 0),
        waiting + (state == State.WAITING ? open : 0),
        locked + (state == State.LOCKED ? open : 0),
        0);
  }

  /// The task as it is now.
  ///
  /// @param nanos now
  public Unended seen(long nanos) {
    long at = begun ? Math.max(nanos, since) : nanos;
    return new Unended(task, at, times(at), slices(), open(at));
  }

  private Optional<Slice> open(long nanos) {
    return over || !begun || nanos <= since
        ? Optional.empty()
        : Optional.of(new Slice(0, task, 1, state, since, nanos));
  }

  /// The slices of the task, where they are kept.
  List<Slice> slices() {
    return tape.map(Tape::slices).orElseGet(List::of);
  }

  /// How coarse the slices are; 0 where they are exact.
  long stepNanos() {
    return tape.map(Tape::stepNanos).orElse(0L);
  }
}
