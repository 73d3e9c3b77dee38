package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;

import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.ClassFile;
import io.github.heddle.ship.Parcel;
import io.github.heddle.ship.Unpacking;
import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A JVM of its own that runs one body: reads what was packed from its standard input, and writes
/// the result to its standard output.
final class SecondProcess {
  /// Parcels and class files as Java serialises them; in earnest they have a protocol.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sent(byte[] graph, Object[] arrays) implements Serializable {
    static Sent of(Parcel parcel) {
      return new Sent(parcel.graph(), parcel.arrays().toArray());
    }

    Parcel parcel() {
      return new Parcel(graph, List.of(arrays));
    }
  }

  private SecondProcess() {}

  public static void main(String[] arguments) throws Throwable {
    try (ObjectInputStream in = new ObjectInputStream(System.in)) {
      Unpacking unpacking = new Unpacking(SecondProcess.class.getClassLoader());
      String[] names = (String[]) in.readObject();
      byte[][] files = (byte[][]) in.readObject();
      List<ClassFile> classes =
          IntStream.range(0, names.length)
              .mapToObj(index -> new ClassFile(names[index], files[index]))
              .toList();
      List<URI> libraries = List.of((URI[]) in.readObject());
      String type = in.readUTF();
      Optional<String> own = type.isEmpty() ? Optional.empty() : Optional.of(type);
      Parcel contents = ((Sent) in.readObject()).parcel();
      TaskBody<Object, @Nullable Object> body =
          unpacking.body(new Cargo(classes, libraries, own, contents));
      Object item = unpacking.value(((Sent) in.readObject()).parcel());
      Object result = body.run(0, requireNonNull(item));
      ObjectOutputStream out = new ObjectOutputStream(System.out);
      out.writeObject(Sent.of(unpacking.parcel("the result", result)));
      out.flush();
    }
  }

  /// Runs a body there.
  ///
  /// @return its result
  static Parcel run(Cargo cargo, Parcel element) throws IOException, ReflectiveOperationException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (ObjectOutputStream out = new ObjectOutputStream(process.getOutputStream())) {
      out.writeObject(cargo.classes().stream().map(ClassFile::name).toArray(String[]::new));
      out.writeObject(cargo.classes().stream().map(ClassFile::bytes).toArray(byte[][]::new));
      out.writeObject(cargo.libraries().toArray(URI[]::new));
      out.writeUTF(cargo.body().orElse(""));
      out.writeObject(Sent.of(cargo.contents()));
      out.writeObject(Sent.of(element));
      out.flush();
      try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
        return ((Sent) in.readObject()).parcel();
      }
    } finally {
      process.destroy();
    }
  }
}
