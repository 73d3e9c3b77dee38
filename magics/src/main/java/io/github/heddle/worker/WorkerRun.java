package io.github.heddle.worker;

import io.github.heddle.sampling.MemorySampling;
import io.github.heddle.sampling.TaskThreads;
import io.github.heddle.sampling.ThreadFeed;
import io.github.heddle.sampling.ThreadMeter;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Unpacking;
import io.github.heddle.task.TaskBody;
import io.github.heddle.trace.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One run in a worker: a thread `task` that performs what it is given, one after the other.
final class WorkerRun {
  private final Cargo cargo;
  private final Unpacking unpacking;
  private final Speaker speaker;
  private final Printing printing;
  private final Scope scope = Scope.root("worker", LoopBreaker.NONE).child("processes");
  private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private volatile Optional<News.Underway> now = Optional.empty();
  private volatile @Nullable ThreadFeed feed;

  /// CPU time of the sampling before the first task.
  private volatile OptionalLong sampledBefore = OptionalLong.empty();

  private final MemorySampling memory = MemorySampling.withoutCollections();

  WorkerRun(Cargo cargo, Unpacking unpacking, Speaker speaker, Printing printing) {
    this.cargo = cargo;
    this.unpacking = unpacking;
    this.speaker = speaker;
    this.printing = printing;
  }

  void start() {
    scope.thread("task", this::work).start();
  }

  void add(Order order) {
    orders.add(order);
  }

  /// Gives back the tasks that have not begun.
  News recall() {
    List<Integer> tasks = new ArrayList<>();
    // from the last one on: the thread that performs goes on with the first ones meanwhile
    for (Order order : List.of(orders.toArray(Order[]::new)).reversed()) {
      if (order instanceof Order.Perform(int task, var _) && orders.remove(order)) {
        tasks.add(task);
      }
    }
    return new News.Returned(tasks.reversed());
  }

  /// What is going on.
  News seen() {
    ThreadFeed samples = feed;
    memory.sample(System.nanoTime());
    return new News.Seen(
        now,
        memory.peakBytes(),
        samples == null ? List.of() : samples.take(),
        memory.take(),
        samples == null ? List.of() : samples.takeLooks(),
        samples == null ? 0 : samplerNanos(samples));
  }

  private long samplerNanos(ThreadFeed samples) {
    OptionalLong before = sampledBefore;
    return before.isPresent() ? samples.cpuNanos() - before.getAsLong() : 0;
  }

  private OptionalInt task() {
    return now.map(underway -> OptionalInt.of(underway.task())).orElseGet(OptionalInt::empty);
  }

  private void work() {
    try (memory;
        ThreadMeter meter = ThreadMeter.ofCurrentThread();
        ThreadFeed samples =
            ThreadFeed.start(
                meter.probe(), this::task, memory::sampleWhenDue, () -> speaker.say(seen()))) {
      feed = samples;
      Optional<TaskBody<Object, @Nullable Object>> body = body();
      if (body.isPresent()) {
        speaker.say(new News.Ready());
        Usage used = perform(body.get(), meter);
        speaker.say(seen());
        speaker.say(new News.Used(used, samples.readyKnown(), clean()));
      }
      feed = null;
    }
  }

  private Optional<TaskBody<Object, @Nullable Object>> body() {
    try {
      TaskBody<Object, @Nullable Object> body = unpacking.body(cargo);
      Thread.currentThread().setContextClassLoader(unpacking.classLoader());
      return Optional.of(body);
    } catch (IOException | RuntimeException | LinkageError e) {
      speaker.say(new News.Unfit(e.toString()));
      return Optional.empty();
    }
  }

  private Usage perform(TaskBody<Object, @Nullable Object> body, ThreadMeter meter) {
    TaskThreads others = TaskThreads.fromNow();
    Usage before = meter.usage();
    new Performance(body, unpacking, meter).perform(this);
    Usage own = meter.usage().minus(before);
    return own.withMoreCpu(others.cpuNanos(own.cpuNanos().orElse(0)));
  }

  /// Waits for what is to be done next.
  Order next() {
    while (true) {
      try {
        return orders.take();
      } catch (InterruptedException fromATask) {
        // what a task did to its own thread is not the next one's concern
      }
    }
  }

  /// A task is under way.
  void begun(int task, long nanos) {
    ThreadFeed samples = feed;
    if (samples != null && sampledBefore.isEmpty()) {
      sampledBefore = OptionalLong.of(samples.cpuNanos());
    }
    now = Optional.of(new News.Underway(task, nanos));
  }

  /// A task has ended, and what it printed as well.
  void ended(News.Ended ended) {
    printing.finish(Thread.currentThread());
    now = Optional.empty();
    speaker.say(ended);
  }

  /// Whether no thread that a task started is alive. Those of the common pool wait for work of any
  /// run.
  private boolean clean() {
    printing.finishAll();
    return scope.liveThreads().stream()
        .allMatch(thread -> thread.equals(Thread.currentThread()) || ofCommonPool(thread));
  }

  private static boolean ofCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool().equals(ForkJoinPool.commonPool());
  }
}
