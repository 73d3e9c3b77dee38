package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Bytes that threads printed, kept back until their line is complete, so that lines of several
/// threads do not mix. Not for several threads at once.
final class UnfinishedLines {
  static final long IDLE_NANOS = 50_000_000;
  static final long PATIENCE_NANOS = 500_000_000;
  private static final int LONGEST = 16_384;

  private final Map<Writer, Unfinished> lines = new LinkedHashMap<>();

  /// Who printed to what.
  record Writer(Thread thread, Stream stream) {
    Writer other() {
      return new Writer(thread, stream == Stream.STDOUT ? Stream.STDERR : Stream.STDOUT);
    }
  }

  /// What a thread has not ended with a line break yet.
  private record Unfinished(
      Origin origin, ByteArrayOutputStream bytes, long firstNanos, long lastNanos) {}

  /// Adds bytes; gives what is complete now. What the thread began on the other stream comes first,
  /// so that its texts stay in order.
  List<PrintedText> add(Writer writer, Origin origin, byte[] bytes, long nowNanos) {
    List<PrintedText> complete = new ArrayList<>(finish(writer.other()));
    Unfinished before = lines.remove(writer);
    if (before != null && before.origin != origin) {
      complete.add(text(writer, before, before.bytes.size()));
      before = null;
    }
    ByteArrayOutputStream all = before == null ? new ByteArrayOutputStream() : before.bytes;
    all.writeBytes(bytes);
    long first = before == null ? nowNanos : before.firstNanos;
    Unfinished line = new Unfinished(origin, all, first, nowNanos);
    int end =
        all.size() > LONGEST ? wholeCharacters(all.toByteArray()) : afterLastBreak(bytes, all);
    take(writer, line, end, complete);
    return complete;
  }

  /// What was printed for this origin and not ended.
  List<PrintedText> finish(Origin origin) {
    return finish(writer -> true, line -> line.origin == origin);
  }

  /// What this thread, and threads that have ended, printed for this origin and did not end.
  List<PrintedText> finish(Origin origin, Thread thread) {
    return finish(
        writer -> writer.thread.equals(thread) || !writer.thread.isAlive(),
        line -> line.origin == origin);
  }

  /// Everything.
  List<PrintedText> finish() {
    return finish(writer -> true, line -> true);
  }

  /// What has been waiting for its end for too long: a prompt, a row of dots.
  List<PrintedText> overdue(long nowNanos) {
    return finish(writer -> true, line -> dueNanos(line) - nowNanos <= 0);
  }

  /// How long from now until something may be overdue; as long as can be if there is nothing.
  long nanosToWait(long nowNanos) {
    return lines.values().stream()
        .mapToLong(line -> dueNanos(line) - nowNanos)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static long dueNanos(Unfinished line) {
    return Math.min(line.lastNanos + IDLE_NANOS, line.firstNanos + PATIENCE_NANOS);
  }

  /// What this thread printed and did not end; the usual case, that there is nothing, is quick.
  List<PrintedText> finish(Writer writer) {
    return lines.containsKey(writer) ? finish(writer::equals, line -> true) : List.of();
  }

  private List<PrintedText> finish(Predicate<Writer> writers, Predicate<Unfinished> which) {
    List<PrintedText> finished = new ArrayList<>();
    List<Map.Entry<Writer, Unfinished>> chosen =
        lines.entrySet().stream()
            .filter(entry -> writers.test(entry.getKey()) && which.test(entry.getValue()))
            .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
            .toList();
    for (Map.Entry<Writer, Unfinished> entry : chosen) {
      Unfinished line = entry.getValue();
      lines.remove(entry.getKey());
      take(entry.getKey(), line, wholeCharacters(line.bytes.toByteArray()), finished);
    }
    return finished;
  }

  /// Gives the line up to `end` and keeps the rest, if there is one.
  private void take(Writer writer, Unfinished line, int end, List<PrintedText> taken) {
    if (end > 0) {
      taken.add(text(writer, line, end));
    }
    if (end < line.bytes.size()) {
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      rest.write(line.bytes.toByteArray(), end, line.bytes.size() - end);
      long first = end > 0 ? line.lastNanos : line.firstNanos;
      lines.put(writer, new Unfinished(line.origin, rest, first, line.lastNanos));
    }
  }

  private static PrintedText text(Writer writer, Unfinished line, int end) {
    String text = new String(line.bytes.toByteArray(), 0, end, UTF_8);
    return new PrintedText(line.origin, writer.stream, text);
  }

  private static int afterLastBreak(byte[] added, ByteArrayOutputStream all) {
    for (int i = added.length - 1; i >= 0; i--) {
      if (added[i] == '\n') {
        return all.size() - added.length + i + 1;
      }
    }
    return 0;
  }

  /// The length without a character of several bytes that has only begun.
  private static int wholeCharacters(byte[] bytes) {
    int start = bytes.length - 1;
    while (start > 0 && start > bytes.length - 4 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    boolean begun = start >= 0 && bytes.length - start < lengthFrom(bytes[start]);
    return begun ? start : bytes.length;
  }

  private static int lengthFrom(byte first) {
    if ((first & 0xE0) == 0xC0) {
      return 2;
    }
    if ((first & 0xF0) == 0xE0) {
      return 3;
    }
    return (first & 0xF8) == 0xF0 ? 4 : 1;
  }
}
