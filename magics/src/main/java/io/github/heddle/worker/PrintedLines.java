package io.github.heddle.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What code in the worker prints, as news in whole lines, each line of one thread.
final class PrintedLines extends OutputStream {
  private static final int LONGEST = 1 << 16;

  private final boolean error;
  private final Speaker speaker;
  private final Map<Thread, ByteArrayOutputStream> unfinished = new HashMap<>();

  PrintedLines(boolean error, Speaker speaker) {
    this.error = error;
    this.speaker = speaker;
  }

  @Override
  public void write(int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int whole = offset + length;
    while (whole > offset && bytes[whole - 1] != '\n') {
      whole--;
    }
    if (whole > offset) {
      ByteArrayOutputStream line = unfinished.remove(Thread.currentThread());
      say(line, bytes, offset, whole - offset);
    }
    if (whole < offset + length) {
      begin(bytes, whole, offset + length - whole);
    }
  }

  private void begin(byte[] bytes, int offset, int length) {
    ByteArrayOutputStream line =
        unfinished.computeIfAbsent(Thread.currentThread(), _ -> new ByteArrayOutputStream());
    line.write(bytes, offset, length);
    if (line.size() > LONGEST) {
      unfinished.remove(Thread.currentThread());
      say(line, bytes, 0, 0);
    }
  }

  private void say(@Nullable ByteArrayOutputStream begun, byte[] bytes, int offset, int length) {
    ByteArrayOutputStream all = begun == null ? new ByteArrayOutputStream(length) : begun;
    all.write(bytes, offset, length);
    speaker.say(new News.Printed(error, all.toString(StandardCharsets.UTF_8)));
  }

  /// What a thread printed last is all there is of its line.
  synchronized void finish(Thread thread) {
    ByteArrayOutputStream line = unfinished.remove(thread);
    if (line != null) {
      say(line, new byte[0], 0, 0);
    }
  }

  /// The same for all threads.
  synchronized void finishAll() {
    List.copyOf(unfinished.keySet()).forEach(this::finish);
  }
}
