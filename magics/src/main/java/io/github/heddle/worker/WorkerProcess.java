package io.github.heddle.worker;

import io.github.heddle.scope.Undisturbed;
import io.github.heddle.ship.Cargo;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The kernel's end of a worker process. One thread asks for news; any thread may give orders, or
/// kill it.
public final class WorkerProcess {
  private static final int PINGS = 3;
  private static final int PATIENCE_SECONDS = 5;

  private final Process process;
  private final long heapBytes;
  private final long createdNanos;
  private final FrameReader in;
  private final FrameWriter out;
  private final RawOutput raw;
  private final Set<String> known = new HashSet<>();
  private long offsetNanos;

  private WorkerProcess(Process process, long heapBytes, long createdNanos) {
    this.process = process;
    this.heapBytes = heapBytes;
    this.createdNanos = createdNanos;
    this.in = new FrameReader(process.getInputStream());
    this.out = new FrameWriter(process.getOutputStream());
    this.raw = new RawOutput(process.getErrorStream(), "worker " + process.pid());
  }

  /// Starts a worker and waits until it speaks.
  ///
  /// @param started is told the operating system's number of the process when it has one
  /// @throws IOException with a sentence for the user, where it cannot be started
  static WorkerProcess start(List<String> line, long heapBytes, LongConsumer started)
      throws IOException {
    long created = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectInput(Redirect.PIPE)
            .redirectOutput(Redirect.PIPE)
            .redirectError(Redirect.PIPE)
            .start();
    WorkerProcess worker = new WorkerProcess(process, heapBytes, created);
    started.accept(process.pid());
    boolean greeted = false;
    try {
      worker.raw.start();
      worker.greet();
      greeted = true;
      return worker;
    } catch (IOException e) {
      // it is killed afterwards: that closes its streams, and what it said may not have been read
      throw new IOException("a worker process does not start: " + worker.whyNot(e), e);
    } finally {
      if (!greeted) {
        worker.kill();
      }
    }
  }

  private String whyNot(IOException e) {
    String said = raw.tail().strip();
    return said.isEmpty() ? String.valueOf(e.getMessage()) : said;
  }

  private void greet() throws IOException {
    News first = NewsFrames.read(in);
    if (!first.equals(new News.Hello(WorkerMain.VERSION))) {
      throw new IOException("it is of another version: " + first);
    }
    setClock();
  }

  /// How far the worker's clock is from this one. Where both may be the same, as far as the ping
  /// took, they are: on Linux all processes have one monotonic clock.
  private void setClock() throws IOException {
    long shortest = Long.MAX_VALUE;
    for (int ping = 0; ping < PINGS; ping++) {
      long before = System.nanoTime();
      order(new Order.Ping());
      long there = NewsFrames.read(in) instanceof News.Pong(long nanos) ? nanos : 0;
      long after = System.nanoTime();
      if (after - before < shortest) {
        shortest = after - before;
        boolean same = there >= before && there <= after;
        offsetNanos = same ? 0 : before + (after - before) / 2 - there;
      }
    }
  }

  /// The operating system's number of the process.
  public long pid() {
    return process.pid();
  }

  /// How large its heap may become.
  long heapBytes() {
    return heapBytes;
  }

  /// When its start began, by this process's `System.nanoTime`.
  public long createdNanos() {
    return createdNanos;
  }

  /// To be added to the worker's times.
  public long offsetNanos() {
    return offsetNanos;
  }

  /// How many bytes were sent to it until now.
  public long sentBytes() {
    synchronized (out) {
      return out.written();
    }
  }

  /// How many bytes it sent until now.
  public long receivedBytes() {
    return in.read();
  }

  /// Begins a run. Class files that the worker has already are not sent again.
  ///
  /// @param listener gets what the process prints beside its news, on a thread of its own
  public void begin(Cargo cargo, Consumer<String> listener) throws IOException {
    raw.listener(Optional.of(listener));
    order(new Order.Begin(cargo.without(known)));
    known.addAll(cargo.digests());
  }

  /// The run is over: nobody listens to it any more.
  void end() {
    raw.listener(Optional.empty());
  }

  /// Gives an order, now.
  ///
  /// @throws IOException where the process has ended
  public void order(Order order) throws IOException {
    synchronized (out) {
      Orders.write(order, out);
      out.flush();
    }
  }

  /// Gives an order together with the next one that is given by [#order] or sent by [#flush].
  public void orderSoon(Order order) throws IOException {
    synchronized (out) {
      Orders.write(order, out);
    }
  }

  /// Sends what was ordered.
  public void flush() throws IOException {
    synchronized (out) {
      out.flush();
    }
  }

  /// Waits for news.
  ///
  /// @throws IOException where the process has ended
  public News news() throws IOException {
    return NewsFrames.read(in);
  }

  /// Whether it is alive.
  public boolean alive() {
    return process.isAlive();
  }

  /// Lets it end in its own way and waits for that.
  void leave(long patience, TimeUnit unit) throws IOException {
    order(new Order.Leave());
    Undisturbed.run(() -> process.waitFor(patience, unit));
  }

  /// What its JVM said last.
  String said() {
    return raw.tail();
  }

  /// Why the process ended; called when there is no more news.
  public WorkerEnded ended() {
    awaitEnd();
    if (process.isAlive()) {
      kill();
    }
    return WorkerEnded.of(process.exitValue(), raw.tail(), heapBytes);
  }

  /// Ends the process and those that it started, whatever they do. What it has said can still be
  /// read. Does not wait.
  public void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// The same; waits until it has ended, and drops what it has said.
  public void kill() {
    destroy();
    awaitEnd();
    close();
  }

  private void awaitEnd() {
    Undisturbed.run(() -> process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private void close() {
    try (var _ = process.getInputStream();
        var _ = process.getErrorStream()) {
      process.getOutputStream().close();
    } catch (IOException nothingToLose) {
      // what was not sent is not missed
    }
  }
}
