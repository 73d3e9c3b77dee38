package io.github.heddle.worker;

import io.github.heddle.ship.Parcel;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Writes frames: how long the body is, what kind it is of, the body; then the arrays of its
/// parcel, as they lie in memory. For one thread at a time.
///
/// It writes to a stream and not to a channel, as an interrupt of the writing thread would close a
/// channel, and tasks may be interrupted by their own code at any time.
final class FrameWriter {
  /// As much as a pipe takes at once.
  private static final int CHUNK = 1 << 16;

  private final BufferedOutputStream out;
  private final DataOutputStream head;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final DataOutputStream body = new DataOutputStream(bytes);
  private final List<Object> arrays = new ArrayList<>();
  private byte[] chunk = {};
  private int kind;
  private long written;

  FrameWriter(OutputStream to) {
    out = new BufferedOutputStream(to, CHUNK);
    head = new DataOutputStream(out);
  }

  /// Begins a frame.
  ///
  /// @return where its body is to be written
  DataOutputStream begin(int frameKind) {
    kind = frameKind;
    bytes.reset();
    arrays.clear();
    return body;
  }

  /// Writes a parcel as the last thing in the body.
  void parcel(Parcel parcel) throws IOException {
    body.writeInt(parcel.graph().length);
    body.write(parcel.graph());
    body.writeInt(parcel.arrays().size());
    for (Object array : parcel.arrays()) {
      ArrayKind arrayKind = ArrayKind.of(array);
      body.writeChar(arrayKind.letter());
      body.writeInt(ArrayKind.length(array));
      arrays.add(array);
    }
  }

  /// Ends the frame; it may stay in the buffer until [#flush].
  void end() throws IOException {
    head.writeInt(bytes.size());
    head.writeByte(kind);
    bytes.writeTo(out);
    written += 5L + bytes.size();
    for (Object array : arrays) {
      write(ArrayKind.of(array).memory(array));
    }
    arrays.clear();
  }

  void flush() throws IOException {
    out.flush();
  }

  /// How many bytes all frames have together.
  long written() {
    return written;
  }

  private void write(MemorySegment memory) throws IOException {
    chunk = chunk.length == 0 ? new byte[CHUNK] : chunk;
    MemorySegment copy = MemorySegment.ofArray(chunk);
    long size = memory.byteSize();
    for (long at = 0; at < size; at += CHUNK) {
      int length = (int) Math.min(CHUNK, size - at);
      MemorySegment.copy(memory, at, copy, 0, length);
      out.write(chunk, 0, length);
    }
    written += size;
  }
}
