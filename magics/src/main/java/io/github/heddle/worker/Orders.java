package io.github.heddle.worker;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.ClassFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders as frames.
final class Orders {
  private static final int PING = 1;
  private static final int BEGIN = 2;
  private static final int PERFORM = 3;
  private static final int PERFORM_WITH_ELEMENT = 4;
  private static final int RECALL = 5;
  private static final int LOOK = 6;
  private static final int END = 7;
  private static final int LEAVE = 8;

  /// Where the body has no class of its own.
  private static final String NO_CLASS = "";

  private Orders() {}

  static void write(Order order, FrameWriter out) throws IOException {
    switch (order) {
      case Order.Ping() -> out.begin(PING);
      case Order.Begin(Cargo cargo) -> writeCargo(cargo, out);
      case Order.Perform perform -> writePerform(perform, out);
      case Order.Recall() -> out.begin(RECALL);
      case Order.Look() -> out.begin(LOOK);
      case Order.End() -> out.begin(END);
      case Order.Leave() -> out.begin(LEAVE);
    }
    out.end();
  }

  private static void writePerform(Order.Perform perform, FrameWriter out) throws IOException {
    out.begin(perform.element().isPresent() ? PERFORM_WITH_ELEMENT : PERFORM)
        .writeInt(perform.task());
    if (perform.element().isPresent()) {
      out.parcel(perform.element().get());
    }
  }

  private static void writeCargo(Cargo cargo, FrameWriter out) throws IOException {
    DataOutputStream body = out.begin(BEGIN);
    body.writeInt(cargo.classes().size());
    for (ClassFile file : cargo.classes()) {
      body.writeUTF(file.name());
      body.writeUTF(file.digest());
      writeBytes(file.bytes(), body);
    }
    body.writeInt(cargo.libraries().size());
    for (URI library : cargo.libraries()) {
      body.writeUTF(library.toString());
    }
    body.writeUTF(cargo.body().orElse(NO_CLASS));
    out.parcel(cargo.contents());
  }

  private static void writeBytes(byte[] bytes, DataOutputStream body) throws IOException {
    body.writeInt(bytes.length);
    body.write(bytes);
  }

  /// Waits for the next order.
  static Order read(FrameReader in) throws IOException {
    int kind = in.next();
    return switch (kind) {
      case PING -> new Order.Ping();
      case BEGIN -> new Order.Begin(readCargo(in));
      case PERFORM -> new Order.Perform(in.body().readInt(), Optional.empty());
      case PERFORM_WITH_ELEMENT -> new Order.Perform(in.body().readInt(), Optional.of(in.parcel()));
      case RECALL -> new Order.Recall();
      case LOOK -> new Order.Look();
      case END -> new Order.End();
      case LEAVE -> new Order.Leave();
      default -> throw new IOException("no order is of kind " + kind);
    };
  }

  private static Cargo readCargo(FrameReader in) throws IOException {
    DataInputStream body = in.body();
    int classes = body.readInt();
    List<ClassFile> files = new ArrayList<>(classes);
    for (int i = 0; i < classes; i++) {
      files.add(new ClassFile(body.readUTF(), body.readUTF(), readBytes(body)));
    }
    int libraries = body.readInt();
    List<URI> uris = new ArrayList<>(libraries);
    for (int i = 0; i < libraries; i++) {
      uris.add(URI.create(body.readUTF()));
    }
    String type = body.readUTF();
    return new Cargo(
        files, uris, type.equals(NO_CLASS) ? Optional.empty() : Optional.of(type), in.parcel());
  }

  private static byte[] readBytes(DataInputStream body) throws IOException {
    return body.readNBytes(body.readInt());
  }
}
