package io.github.heddle.worker;

import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.ThreadRow;
import io.github.heddle.trace.Usage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// News as frames.
final class NewsFrames {
  private static final int HELLO = 1;
  private static final int PONG = 2;
  private static final int READY = 3;
  private static final int UNFIT = 4;
  private static final int DONE = 5;
  private static final int FAILED = 6;
  private static final int PRINTED = 7;
  private static final int RETURNED = 8;
  private static final int SEEN = 9;
  private static final int USED = 10;

  /// Stands for a task or a core where there is none.
  private static final int NONE = -1;

  private NewsFrames() {}

  /// No switch over types: the JVM makes a class for each such switch when it is first reached, and
  /// workers have to start quickly.
  static void write(News news, FrameWriter out) throws IOException {
    if (news instanceof News.Ended ended) {
      writeEnded(ended, out);
    } else if (news instanceof News.Printed printed) {
      writePrinted(printed, out);
    } else if (news instanceof News.Seen seen) {
      writeSeen(seen, out);
    } else {
      writeRare(news, out);
    }
    out.end();
  }

  private static void writeRare(News news, FrameWriter out) throws IOException {
    if (news instanceof News.Hello(int version)) {
      out.begin(HELLO).writeInt(version);
    } else if (news instanceof News.Pong(long nanos)) {
      out.begin(PONG).writeLong(nanos);
    } else if (news instanceof News.Ready) {
      out.begin(READY);
    } else if (news instanceof News.Unfit(String why)) {
      writeText(why, out.begin(UNFIT));
    } else if (news instanceof News.Returned returned) {
      writeReturned(returned, out);
    } else if (news instanceof News.Used used) {
      writeUsed(used, out);
    }
  }

  private static void writeEnded(News.Ended ended, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(ended.failed() ? FAILED : DONE);
    News.Times times = ended.times();
    body.writeInt(ended.task());
    body.writeLong(times.takenNanos());
    body.writeLong(times.beginNanos());
    body.writeLong(times.endNanos());
    body.writeLong(times.cpuBefore());
    body.writeLong(times.readyBefore());
    body.writeLong(times.cpuNanos());
    body.writeLong(times.readyNanos());
    out.parcel(ended.parcel());
  }

  private static void writePrinted(News.Printed printed, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(PRINTED);
    body.writeBoolean(printed.error());
    writeText(printed.text(), body);
  }

  private static void writeReturned(News.Returned returned, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(RETURNED);
    body.writeInt(returned.tasks().size());
    for (int task : returned.tasks()) {
      body.writeInt(task);
    }
  }

  private static void writeSeen(News.Seen seen, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(SEEN);
    body.writeInt(seen.now().map(News.Underway::task).orElse(NONE));
    body.writeLong(seen.now().map(News.Underway::beginNanos).orElse(0L));
    writeAmount(seen.residentBytes(), body);
    body.writeInt(seen.rows().size());
    for (ThreadRow row : seen.rows()) {
      body.writeLong(row.nanos());
      body.writeLong(row.cpuNanos());
      body.writeLong(row.readyNanos());
      body.writeLong(row.lockedNanos());
      body.writeInt(row.core().orElse(NONE));
    }
    body.writeInt(seen.memory().size());
    for (MemoryReading reading : seen.memory()) {
      body.writeLong(reading.nanos());
      writeAmount(reading.residentBytes(), body);
      body.writeLong(reading.heapBytes());
      writeAmount(reading.afterCollectionBytes(), body);
    }
    LookFrames.write(seen.looks(), body);
    body.writeLong(seen.samplerNanos());
  }

  private static void writeUsed(News.Used used, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(USED);
    writeAmount(used.used().cpuNanos(), body);
    writeAmount(used.used().readyNanos(), body);
    writeAmount(used.used().allocatedBytes(), body);
    writeAmount(used.used().voluntarySwitches(), body);
    writeAmount(used.used().involuntarySwitches(), body);
    body.writeLong(used.used().helpersNanos());
    body.writeBoolean(used.readyKnown());
    body.writeBoolean(used.clean());
  }

  private static void writeAmount(OptionalLong amount, DataOutputStream body) throws IOException {
    body.writeBoolean(amount.isPresent());
    body.writeLong(amount.orElse(0));
  }

  static void writeText(String text, DataOutputStream body) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    body.writeInt(bytes.length);
    body.write(bytes);
  }

  /// Waits for the next news.
  static News read(FrameReader in) throws IOException {
    int kind = in.next();
    DataInputStream body = in.body();
    return switch (kind) {
      case HELLO -> new News.Hello(body.readInt());
      case PONG -> new News.Pong(body.readLong());
      case READY -> new News.Ready();
      case UNFIT -> new News.Unfit(readText(body));
      case DONE, FAILED ->
          new News.Ended(body.readInt(), kind == FAILED, readTimes(body), in.parcel());
      case PRINTED -> new News.Printed(body.readBoolean(), readText(body));
      case RETURNED -> readReturned(body);
      case SEEN -> readSeen(body);
      case USED -> new News.Used(readUsage(body), body.readBoolean(), body.readBoolean());
      default -> throw new IOException("no news is of kind " + kind);
    };
  }

  private static News.Times readTimes(DataInputStream body) throws IOException {
    return new News.Times(
        body.readLong(),
        body.readLong(),
        body.readLong(),
        body.readLong(),
        body.readLong(),
        body.readLong(),
        body.readLong());
  }

  private static News readReturned(DataInputStream body) throws IOException {
    int count = body.readInt();
    List<Integer> tasks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tasks.add(body.readInt());
    }
    return new News.Returned(tasks);
  }

  private static News readSeen(DataInputStream body) throws IOException {
    int task = body.readInt();
    long begin = body.readLong();
    OptionalLong resident = readAmount(body);
    int count = body.readInt();
    List<ThreadRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(readRow(body));
    }
    return new News.Seen(
        task == NONE ? Optional.empty() : Optional.of(new News.Underway(task, begin)),
        resident,
        rows,
        readMemory(body),
        LookFrames.read(body),
        body.readLong());
  }

  private static List<MemoryReading> readMemory(DataInputStream body) throws IOException {
    int count = body.readInt();
    List<MemoryReading> readings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      readings.add(
          new MemoryReading(body.readLong(), readAmount(body), body.readLong(), readAmount(body)));
    }
    return readings;
  }

  private static ThreadRow readRow(DataInputStream body) throws IOException {
    return new ThreadRow(
        body.readLong(), body.readLong(), body.readLong(), body.readLong(), readCore(body));
  }

  private static OptionalInt readCore(DataInputStream body) throws IOException {
    int core = body.readInt();
    return core == NONE ? OptionalInt.empty() : OptionalInt.of(core);
  }

  private static Usage readUsage(DataInputStream body) throws IOException {
    return new Usage(
        readAmount(body),
        readAmount(body),
        readAmount(body),
        readAmount(body),
        readAmount(body),
        body.readLong());
  }

  private static OptionalLong readAmount(DataInputStream body) throws IOException {
    boolean known = body.readBoolean();
    long amount = body.readLong();
    return known ? OptionalLong.of(amount) : OptionalLong.empty();
  }

  static String readText(DataInputStream body) throws IOException {
    return new String(body.readNBytes(body.readInt()), StandardCharsets.UTF_8);
  }
}
