package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The worker's side: defines the classes that arrive, sets variables, and gives the body. Lives as
/// long as the worker; used by one thread.
public final class Unpacking {
  /// @param parent sees the classes of this library
  public Unpacking(ClassLoader parent) {
    Objects.requireNonNull(parent);
  }

  /// Takes in what arrived and gives the body.
  ///
  /// @throws IOException where it cannot be read
  @SuppressWarnings("unchecked") // cargo has a body in it
  public TaskBody<Object, @Nullable Object> body(Cargo cargo) throws IOException {
    return (TaskBody<Object, @Nullable Object>) Objects.requireNonNull(value(cargo.contents()));
  }

  /// A value that arrived.
  public @Nullable Object value(Parcel parcel) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(parcel.graph()))) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  /// A value to be sent back.
  ///
  /// @throws NotShippable naming what cannot be sent
  public Parcel parcel(String what, @Nullable Object value) {
    return Packing.of((_, _) -> null).parcel(what, value);
  }
}
