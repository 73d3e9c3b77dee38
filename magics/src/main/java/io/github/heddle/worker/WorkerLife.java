package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Unpacking;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of a worker, on the thread that hears the kernel. This thread runs no code of tasks, so
/// it hears at once that the kernel has gone, and then it ends the process, whatever a task does.
final class WorkerLife {
  private final FrameReader orders;
  private final Speaker speaker;
  private final Printing printing;
  private final Unpacking unpacking = new Unpacking(WorkerLife.class.getClassLoader());
  private @Nullable WorkerRun run;

  WorkerLife(FrameReader orders, Speaker speaker, Printing printing) {
    this.orders = orders;
    this.speaker = speaker;
    this.printing = printing;
  }

  /// Obeys until the kernel has gone; does not return.
  void live() {
    speaker.say(new News.Hello(WorkerMain.VERSION));
    try {
      while (true) {
        obey(Orders.read(orders));
      }
    } catch (IOException theKernelHasGone) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    } finally {
      Runtime.getRuntime().halt(WorkerMain.ALONE);
    }
  }

  /// No switch over types: see [NewsFrames#write].
  private void obey(Order order) {
    if (order instanceof Order.Perform || order instanceof Order.End) {
      run().add(order);
    } else if (order instanceof Order.Ping) {
      speaker.say(new News.Pong(System.nanoTime()));
    } else if (order instanceof Order.Begin(Cargo cargo)) {
      run = new WorkerRun(cargo, unpacking, speaker, printing);
      run.start();
    } else if (order instanceof Order.Recall) {
      speaker.say(run == null ? nothing() : run.recall());
    } else if (order instanceof Order.Look) {
      look();
    } else if (order instanceof Order.Leave) {
      Runtime.getRuntime().exit(0);
    }
  }

  private WorkerRun run() {
    if (run == null) {
      throw new IllegalStateException("a task without a run");
    }
    return run;
  }

  private static News nothing() {
    return new News.Returned(List.of());
  }

  private void look() {
    printing.finishAll();
    if (run != null) {
      speaker.say(run.seen());
    }
  }
}
