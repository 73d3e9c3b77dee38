package io.github.heddle.sampling;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskLog;

/// Notes what each task used, on the thread that runs the tasks one after the other. The reading at
/// the end of a task is the one at the beginning of the next, so sums over tasks are exact.
public final class TaskMeter {
  /// Waits for a core are read at the end of a task, but not more often than this.
  private static final long BETWEEN_READINGS = 1_000_000;

  private final int lane;
  private final TaskLog log;
  private final ThreadMeter meter;
  private long cpu;
  private long ready;
  private long readyReadAt;

  /// @param lane the lane of the worker
  /// @param log where it is noted
  public TaskMeter(int lane, TaskLog log, ThreadMeter meter) {
    this.lane = lane;
    this.log = log;
    this.meter = meter;
    this.cpu = meter.cpuNanos();
    this.ready = meter.readyNanos();
    this.readyReadAt = System.nanoTime();
  }

  /// A task begins now.
  public void begin(int task) {
    meter.underway().begin(task);
    log.begin(task, lane, System.nanoTime());
  }

  /// The task has ended now.
  public void end(int task, Ending ending) {
    long now = System.nanoTime();
    long cpuNow = meter.cpuNanos();
    long readyNow = now - readyReadAt < BETWEEN_READINGS ? ready : readReady(now);
    log.use(task, cpuNow - cpu, readyNow - ready);
    log.end(task, ending, now);
    cpu = cpuNow;
    ready = readyNow;
  }

  private long readReady(long now) {
    readyReadAt = now;
    return meter.readyNanos();
  }
}
