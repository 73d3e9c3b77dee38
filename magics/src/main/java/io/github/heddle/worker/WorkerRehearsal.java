package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A short life of a worker in which the JVM learns what the start of one needs, and writes a cache
/// of it: workers then start in less than half the time.
public final class WorkerRehearsal {
  private static final long HEAP = 64 << 20;
  private static final int TASKS = 200;
  private static final int PATIENCE_MINUTES = 2;

  private final WorkerCommand command;
  private final Path cache;

  private WorkerRehearsal(WorkerCommand command, Path cache) {
    this.command = command;
    this.cache = cache;
  }

  /// Of a jar that has this library in it.
  public static WorkerRehearsal of(Path java, Path jar) {
    return new WorkerRehearsal(
        new WorkerCommand(java, jar.toString(), Optional.empty()), WorkerCommand.cacheOf(jar));
  }

  /// Removes the caches that lie beside a jar, of which it may be that they are those of an older
  /// one.
  public static void forget(Path jar) throws IOException {
    for (Path cache : WorkerCommand.cachesIn(jar.toAbsolutePath().resolveSibling(""))) {
      Files.deleteIfExists(cache);
    }
  }

  /// Makes the cache, beside the jar.
  ///
  /// @throws IOException if it cannot be made; there is none then
  public void make() throws IOException {
    Files.deleteIfExists(cache);
    WorkerProcess worker = WorkerProcess.start(command.rehearsal(HEAP, cache), HEAP, _ -> {});
    try {
      rehearse(worker);
    } finally {
      worker.kill();
    }
    if (!Files.exists(cache)) {
      throw new IOException("a worker made no cache: " + worker.said());
    }
  }

  /// A value as tasks may give.
  private record Rehearsed(Object item, List<Integer> list, double number)
      implements Serializable {}

  /// A body with a class of its own, as those of cells are.
  public static final class Body implements TaskBody<Object, Object> {
    @Override
    public Object run(int task, Object item) {
      return item;
    }
  }

  private static void rehearse(WorkerProcess worker) throws IOException {
    begin(
        worker, new Cargo(List.of(), List.of(), Optional.of(Body.class.getName()), Parcel.NOTHING));
    for (int task = 0; task < TASKS; task++) {
      worker.order(new Order.Perform(task, Optional.empty()));
      awaitEnd(worker);
    }
    end(worker);
    rehearseValues(worker);
    rehearseMeasuring(worker);
    worker.leave(PATIENCE_MINUTES, TimeUnit.MINUTES);
  }

  private static void rehearseValues(WorkerProcess worker) throws IOException {
    TaskBody<Object, Object> body =
        (task, item) -> {
          if (task == 1) {
            throw new IllegalStateException("rehearsed");
          }
          return task == 2 ? new int[1 << 16] : new Rehearsed(item, List.of(task), 1.5);
        };
    Packing packing = Packing.of(body);
    begin(worker, packing.cargo());
    for (int task = 0; task < TASKS; task++) {
      Object element = task == 3 ? new double[1 << 16] : "element " + task;
      worker.order(new Order.Perform(task, Optional.of(packing.parcel("element", element))));
      packing.value(awaitEnd(worker).parcel());
    }
    worker.order(new Order.Look());
    end(worker);
  }

  private static void rehearseMeasuring(WorkerProcess worker) throws IOException {
    begin(worker, RehearsedCell.cargo());
    worker.order(new Order.Perform(0, Optional.empty()));
    awaitEnd(worker);
    end(worker);
  }

  private static void begin(WorkerProcess worker, Cargo cargo) throws IOException {
    worker.begin(cargo, _ -> {});
  }

  private static News.Ended awaitEnd(WorkerProcess worker) throws IOException {
    while (true) {
      if (worker.news() instanceof News.Ended ended) {
        return ended;
      }
    }
  }

  private static void end(WorkerProcess worker) throws IOException {
    worker.order(new Order.End());
    while (!(worker.news() instanceof News.Used)) {
      // what it has seen comes before
    }
  }
}
