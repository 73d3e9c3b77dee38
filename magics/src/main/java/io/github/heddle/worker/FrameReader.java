package io.github.heddle.worker;

import io.github.heddle.ship.Parcel;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Reads what a [FrameWriter] wrote. For one thread.
final class FrameReader {
  private static final int CHUNK = 1 << 16;

  private final BufferedInputStream in;
  private final DataInputStream head;
  private DataInputStream body = new DataInputStream(InputStream.nullInputStream());
  private byte[] chunk = {};
  private long read;

  FrameReader(InputStream from) {
    in = new BufferedInputStream(from, CHUNK);
    head = new DataInputStream(in);
  }

  /// Reads the next frame up to the arrays of its parcel.
  ///
  /// @return its kind
  /// @throws EOFException where there is none any more
  int next() throws IOException {
    int length = head.readInt();
    int kind = head.readUnsignedByte();
    if (length < 0) {
      throw new IOException("this is no frame: its length would be " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a frame was cut off");
    }
    body = new DataInputStream(new ByteArrayInputStream(bytes));
    read += 5L + length;
    return kind;
  }

  /// The body of the frame.
  DataInputStream body() {
    return body;
  }

  /// Reads a parcel, which is the last thing in the body, and its arrays.
  Parcel parcel() throws IOException {
    byte[] graph = new byte[body.readInt()];
    body.readFully(graph);
    int count = body.readInt();
    List<Object> arrays = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ArrayKind kind = ArrayKind.lettered(body.readChar());
      arrays.add(kind.receive(body.readInt(), this::fill));
    }
    return new Parcel(graph, arrays);
  }

  /// Whether more can be read without waiting.
  boolean moreIsThere() throws IOException {
    return in.available() > 0;
  }

  /// How many bytes all frames had together.
  long read() {
    return read;
  }

  private void fill(MemorySegment memory) throws IOException {
    chunk = chunk.length == 0 ? new byte[CHUNK] : chunk;
    MemorySegment copy = MemorySegment.ofArray(chunk);
    long size = memory.byteSize();
    long at = 0;
    while (at < size) {
      int length = in.read(chunk, 0, (int) Math.min(CHUNK, size - at));
      if (length < 0) {
        throw new EOFException("an array was cut off");
      }
      MemorySegment.copy(copy, 0, memory, at, length);
      at += length;
    }
    read += size;
  }
}
