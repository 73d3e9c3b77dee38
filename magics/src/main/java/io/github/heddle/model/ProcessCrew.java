package io.github.heddle.model;

import io.github.heddle.plan.Plan;
import io.github.heddle.sampling.CoreLimits;
import io.github.heddle.sampling.Sampler;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Undisturbed;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.Journeys;
import io.github.heddle.trace.ProcessRecording;
import io.github.heddle.trace.Samples;
import io.github.heddle.trace.Series;
import io.github.heddle.trace.TaskLog;
import io.github.heddle.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The worker processes of one run: made ready before the clock starts, given back or ended when it
/// has stopped.
final class ProcessCrew<T, R extends @Nullable Object> {
  private static final Duration FOREVER = Duration.ofDays(36_500);

  /// How often the waiting thread looks whether the run was stopped from outside.
  private static final Duration GLANCE = Duration.ofMillis(20);

  /// How long a stopped worker may take to say what it has seen.
  private static final Duration LAST_LOOK = Duration.ofMillis(250);

  private final Plan plan;
  private final Tasks<T, R> tasks;
  private final Scope run;
  private final Watch watch;
  private final TaskLog log;
  private final Journeys journeys;
  private final CountDownLatch start = new CountDownLatch(1);
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

  ProcessCrew(Plan plan, Tasks<T, R> tasks, Scope run, Watch watch) {
    this.plan = plan;
    this.tasks = tasks;
    this.run = run;
    this.watch = watch;
    this.log = new TaskLog(tasks.count());
    this.journeys = new Journeys(tasks.count());
  }

  /// Where workers come from, and what they get.
  record Supply(Hiring hiring, Shipment shipment) {}

  /// Runs all tasks and blocks until they are done or were stopped.
  ///
  /// @throws io.github.heddle.ship.NotShippable where an element cannot be sent
  /// @throws UncheckedIOException where no worker can be started
  Execution<R> execute(Supply supply) {
    long created = System.nanoTime();
    CoreLimits limits = CoreLimits.ofThisProcess();
    // first of all: the cores that the start of workers uses are the run's
    Sampler sampler = Sampler.start(List.of(), limits);
    try {
      List<Station> stations = open(supply, sampler);
      long submitted = System.nanoTime();
      sampler.submitted();
      Clock clock = new Clock(submitted, submitted - created, limits);
      begin(stations, clock);
      start.countDown();
      long over = await(stations, submitted);
      watch.ended();
      Samples kernel = sampler.finish().since(submitted);
      refuse();
      Trace trace = recording(stations, clock, kernel, over).trace();
      return new Execution<>(tasks.outcomes(trace.tasks()), trace);
    } finally {
      // also where no worker could be opened; once it has finished, this does nothing more
      sampler.finish();
    }
  }

  /// When the run began, and what limits it.
  private record Clock(long submitted, long startup, CoreLimits limits) {}

  private List<Station> open(Supply supply, Sampler sampler) {
    int size = run.stopped() ? 0 : Math.min(plan.workers(), tasks.count());
    Handout handout = new Handout(tasks, size);
    CountDownLatch ready = new CountDownLatch(size);
    Station.Run shared =
        new Station.Run(
            run, tasks, log, journeys, handout, new RunOutput(run), sampler, this::refuse);
    List<Station> stations =
        IntStream.range(0, size)
            .mapToObj(lane -> new Station(lane, shared, supply, new Station.Signals(ready, start)))
            .toList();
    stations.forEach(station -> station.neighbours(stations));
    stations.forEach(Station::begin);
    try {
      ready.await();
    } catch (InterruptedException e) {
      tasks.stop(Ending.CANCELLED);
      Thread.currentThread().interrupt();
    }
    return stations;
  }

  /// The run cannot go on, and that is nobody's task's failure.
  private void refuse(Exception why) {
    refusal.compareAndSet(null, why);
    tasks.stop(Ending.CANCELLED);
  }

  private void refuse() {
    switch (refusal.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case IOException e -> throw new UncheckedIOException(e.getMessage(), e);
      case Exception e -> throw new IllegalStateException(e);
    }
  }

  private void begin(List<Station> stations, Clock clock) {
    watch.begun(
        new Live() {
          @Override
          public int ended() {
            return stations.stream().mapToInt(Station::ended).sum();
          }

          @Override
          public Trace trace() {
            return recording(stations, clock, nothing(), System.nanoTime()).trace();
          }
        });
  }

  /// While a run lasts, nobody has looked at the machine for it.
  private static Samples nothing() {
    return new Samples(
        new Series(0, 3),
        Optional.empty(),
        0,
        true,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private ProcessRecording recording(
      List<Station> stations, Clock clock, Samples kernel, long nowNanos) {
    return new ProcessRecording(
        IntStream.range(0, stations.size())
            .mapToObj(lane -> stations.get(lane).ledger().lane(lane))
            .toList(),
        log.times(clock.submitted, nowNanos, tasks.stoppedAs()),
        kernel,
        clock.limits.usable(),
        journeys,
        new ProcessRecording.Bytes(
            stations.stream().mapToLong(station -> station.ledger().sentBytes()).sum(),
            stations.stream().mapToLong(station -> station.ledger().receivedBytes()).sum()),
        new ProcessRecording.Clock(clock.submitted, clock.startup));
  }

  /// @return when the run was over: tasks that were under way then have ended then
  private long await(List<Station> stations, long submitted) {
    boolean interrupted = false;
    try {
      awaitEnd(stations, submitted);
    } catch (InterruptedException _) {
      interrupted = true;
      tasks.stop(Ending.CANCELLED);
    }
    long over = System.nanoTime();
    if (run.stopped()) {
      end(stations);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return stations.stream().mapToLong(Station::leftTaskBegan).reduce(over, Math::max);
  }

  /// Returns when all stations have closed, or the run was stopped.
  private void awaitEnd(List<Station> stations, long submitted) throws InterruptedException {
    Duration limit = plan.timeout().filter(t -> t.compareTo(FOREVER) < 0).orElse(FOREVER);
    for (Station station : stations) {
      while (station.open() && !run.stopped()) {
        Duration left = limit.minusNanos(System.nanoTime() - submitted);
        if (left.isPositive()) {
          station.join(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        } else {
          tasks.stop(Ending.TIMED_OUT);
        }
      }
    }
  }

  /// Asks each worker what it has seen, ends it, and waits until its station has closed.
  private static void end(List<Station> stations) {
    stations.forEach(Station::lookOnce);
    long deadline = System.nanoTime() + LAST_LOOK.toNanos();
    Undisturbed.run(() -> {
      for (Station station : stations) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isPositive()) {
          station.join(left);
        }
      }
    });
    stations.forEach(Station::destroy);
    stations.forEach(station -> Undisturbed.run(() -> station.join(FOREVER)));
  }
}
