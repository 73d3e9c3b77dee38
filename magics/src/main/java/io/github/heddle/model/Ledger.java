package io.github.heddle.model;

import io.github.heddle.trace.BodyUse;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.LookLog;
import io.github.heddle.trace.MemoryLog;
import io.github.heddle.trace.ProcessLane;
import io.github.heddle.trace.Replacement;
import io.github.heddle.trace.ThreadRow;
import io.github.heddle.trace.Usage;
import io.github.heddle.worker.News;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is recorded of one lane of worker processes while a run lasts. Written by its station, read
/// by any thread.
final class Ledger {
  private static final int MOST_ROWS = 60_000;
  private static final int MOST_LOOKS = 4_000;

  private final List<ProcessLane.Span> starting = new ArrayList<>();
  private final List<Usage> used = new ArrayList<>();
  private final List<ThreadRow> rows = new ArrayList<>();
  private final BodyUse body = new BodyUse();
  private final List<OptionalInt> replaced = new ArrayList<>();
  private String name;
  private boolean readyKnown = true;
  private OptionalLong resident = OptionalLong.empty();
  private OptionalLong lastCpu = OptionalLong.empty();
  private final MemoryLog memory = new MemoryLog();
  private final LookLog looks = new LookLog(MOST_LOOKS);

  /// When the task under way began.
  private OptionalLong open = OptionalLong.empty();

  private long offset;
  private long lockedBefore;

  /// CPU time of the sampling in the process, and in those before it.
  private long sampler;

  private long samplerBefore;
  private long sentBytes;
  private long receivedBytes;

  Ledger(String name) {
    this.name = name;
  }

  /// A process is made ready for the lane.
  ///
  /// @param process what the lane is called from now on
  /// @param offsetNanos to be added to its times
  synchronized void begun(String process, long offsetNanos) {
    name = process;
    offset = offsetNanos;
    lockedBefore = rows.isEmpty() ? 0 : rows.getLast().lockedNanos();
    lastCpu = OptionalLong.empty();
    samplerBefore += sampler;
    sampler = 0;
  }

  /// It took from then till then.
  synchronized void started(long fromNanos, long toNanos) {
    starting.add(new ProcessLane.Span(fromNanos, toNanos));
  }

  /// A task has ended.
  synchronized void ended(News.Times times) {
    open = OptionalLong.empty();
    body.add(
        times.beginNanos() + offset,
        times.endNanos() + offset,
        new ThreadRow(0, times.cpuBefore(), times.readyBefore(), 0, OptionalInt.empty()),
        times.cpuNanos(),
        times.readyNanos());
  }

  /// Samples came in.
  synchronized void seen(News.Seen seen) {
    open = seen.now().map(now -> OptionalLong.of(now.beginNanos() + offset)).orElse(open);
    for (ThreadRow row : seen.rows()) {
      rows.add(row.shifted(offset, lockedBefore));
      lastCpu = OptionalLong.of(row.cpuNanos());
    }
    if (rows.size() > MOST_ROWS) {
      halve();
    }
    seen.looks().stream()
        .map(look -> look.shifted(offset))
        .filter(look -> look.toNanos() > look.fromNanos())
        .forEach(looks::add);
    seen.memory().forEach(reading -> memory.add(reading.shifted(offset)));
    sampler = seen.samplerNanos();
    if (seen.residentBytes().isPresent()) {
      resident = OptionalLong.of(Math.max(seen.residentBytes().getAsLong(), resident.orElse(0)));
    }
  }

  private void halve() {
    for (int row = 0; row < rows.size() / 2; row++) {
      rows.set(row, rows.get(2 * row));
    }
    rows.subList(rows.size() / 2, rows.size()).clear();
  }

  /// What a task used, as far as it was seen.
  record Use(long cpuNanos, long readyNanos) {}

  /// What was used, as far as it was sampled, between two moments by a task that has no end of its
  /// own.
  synchronized Use seenBetween(long fromNanos, long toNanos) {
    open = OptionalLong.empty();
    return addSeen(body, fromNanos, toNanos);
  }

  private Use addSeen(BodyUse to, long fromNanos, long toNanos) {
    List<ThreadRow> within =
        rows.stream().filter(row -> row.nanos() >= fromNanos && row.nanos() <= toNanos).toList();
    if (within.isEmpty()) {
      return new Use(0, 0);
    }
    ThreadRow first = within.getFirst();
    ThreadRow last = within.getLast();
    long cpu = last.cpuNanos() - first.cpuNanos();
    long ready = last.readyNanos() - first.readyNanos();
    to.add(fromNanos, toNanos, first, cpu, ready);
    return new Use(cpu, ready);
  }

  /// The process is done with the run.
  synchronized void used(News.Used news) {
    open = OptionalLong.empty();
    used.add(news.used());
    readyKnown &= news.readyKnown();
    lastCpu = OptionalLong.empty();
  }

  /// The process has ended: what is known of its use is what was sampled.
  synchronized void lost() {
    open = OptionalLong.empty();
    if (lastCpu.isPresent()) {
      used.add(
          new Usage(
              lastCpu,
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalLong.empty()));
      lastCpu = OptionalLong.empty();
    }
  }

  /// Another process was started for one that had ended with that task, or with none.
  synchronized void replaced(OptionalInt task) {
    replaced.add(task);
  }

  /// Bytes that went through the pipes of a process.
  synchronized void bytes(long sent, long received) {
    sentBytes += sent;
    receivedBytes += received;
  }

  synchronized long sentBytes() {
    return sentBytes;
  }

  synchronized long receivedBytes() {
    return receivedBytes;
  }

  /// What there is until now, with what was seen of a task under way.
  synchronized ProcessLane lane(int index) {
    BodyUse all = body.copy();
    if (open.isPresent() && !rows.isEmpty()) {
      addSeen(all, open.getAsLong(), rows.getLast().nanos());
    }
    return new ProcessLane(
        new Lane(index, name),
        Usage.sum(used),
        starting,
        all,
        rows,
        readyKnown,
        resident,
        memory.readings(),
        looks.looks(),
        samplerBefore + sampler,
        replaced.stream().map(task -> new Replacement(index + 1, task)).toList());
  }
}
