package io.github.heddle.sampling;

import io.github.heddle.sampling.Watched.Answer;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Looks at the stacks of threads that work for tasks, now and then, to see in which lines they
/// are: on a daemon thread `heddle-onlooker` of its own, as a thread that waits for a core answers
/// only when it has got one. Every look is of one thread and stops no other.
final class Onlooker implements AutoCloseable {
  /// To ask what a thread does costs a microsecond or two.
  private static final int MOST_IN_A_ROUND = 10;

  /// CPU time of a look that had to wait for its answer.
  private static final long DEAR = 100_000;

  /// A thread in code that cannot be stopped may let a look wait.
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /// It does not matter when exactly it looks. But the JVM waits for an answer in short sleeps, and
  /// one that comes much later is not known to be of the same moment.
  private static final long SLACK = 4_000_000;

  private final Thread thread = Scope.outside("heddle-onlooker", this::run);
  private final List<Watched> threads = new CopyOnWriteArrayList<>();
  private final Supplier<List<Watched>> others;
  private final LookBudget budget = new LookBudget();
  private int next;

  /// Whether there was nothing to look at in the last round.
  private volatile boolean idle;

  private volatile boolean closed;
  private volatile long cpuNanos;

  /// @param others whatever there is to look at beside threads: asked for every round
  Onlooker(Supplier<List<Watched>> others) {
    this.others = others;
  }

  /// Of threads only.
  Onlooker() {
    this(List::of);
  }

  /// One more to look at. Any thread.
  void watch(Watched watched) {
    threads.add(watched);
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /// Begins. The first look in a JVM is dear, so one is taken at once, which shows nothing.
  void start() {
    thread.start();
    var _ = Places.line(thread.getStackTrace());
  }

  /// CPU time that it took until now.
  long cpuNanos() {
    return cpuNanos;
  }

  /// Ends it; returns when it does not look any more, unless it waits for a thread that does not
  /// answer.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    Undisturbed.run(() -> thread.join(PATIENCE));
  }

  private void run() {
    TimerSlack.ask(SLACK);
    long start = System.nanoTime();
    while (!closed) {
      long before = ownCpuNanos();
      long looks = round(start);
      cpuNanos = ownCpuNanos();
      budget.asked(cpuNanos - before - looks);
      if (!closed) {
        LockSupport.parkNanos(idle ? LookBudget.LONGEST : budget.pause(System.nanoTime() - start));
      }
    }
  }

  /// Looks first at those that answer at once; at the others as long as they do, too.
  ///
  /// @return what the looks cost
  private long round(long startNanos) {
    List<Posed> late = new ArrayList<>();
    long all = 0;
    for (Posed posed : wanted()) {
      Answer answer = posed.watched.answer(posed.pose);
      if (answer == Answer.LATE) {
        late.add(posed);
      } else {
        all += look(posed, answer, startNanos);
      }
    }
    long last = 0;
    for (int i = 0; i < late.size() && last < DEAR; i++) {
      last = look(late.get(i), Answer.LATE, startNanos);
      all += last;
    }
    return all;
  }

  private record Posed(Watched watched, Pose pose) {}

  private List<Posed> wanted() {
    threads.removeIf(Watched::over);
    List<Watched> all = new ArrayList<>(threads);
    all.addAll(others.get());
    idle = all.isEmpty();
    List<Posed> wanted = new ArrayList<>();
    for (int i = 0; i < Math.min(all.size(), MOST_IN_A_ROUND); i++) {
      next = (next + 1) % all.size();
      Watched watched = all.get(next);
      long now = System.nanoTime();
      Optional<Pose> pose = watched.pose();
      if (pose.isPresent() && watched.wants(pose.get(), now)) {
        wanted.add(new Posed(watched, pose.get()));
      }
    }
    return wanted;
  }

  /// @return what it cost
  private long look(Posed posed, Answer answer, long startNanos) {
    if (closed || !budget.allows(answer, System.nanoTime() - startNanos)) {
      return 0;
    }
    long before = ownCpuNanos();
    look(posed.watched, posed.pose);
    long cost = ownCpuNanos() - before;
    budget.looked(answer, cost);
    return cost;
  }

  private static void look(Watched watched, Pose pose) {
    long from = System.nanoTime();
    StackTraceElement[] frames = pose.thread().getStackTrace();
    long to = System.nanoTime();
    Optional<CodeLine> line = Places.line(frames);
    Optional<Pose> later = watched.pose();
    if (line.isPresent() && later.isPresent()) {
      watched
          .state(pose, later.get(), frames[0], to - from)
          .map(state -> new Look(pose.task(), state, from, to, line.get()))
          .ifPresent(look -> watched.saw(look, pose));
    }
  }

  private static long ownCpuNanos() {
    return ThreadMeter.threads().getCurrentThreadCpuTime();
  }
}
