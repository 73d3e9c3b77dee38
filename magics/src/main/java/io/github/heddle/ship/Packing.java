package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kernel's side: makes parcels of a body and of what it works on. Used by one thread at a
/// time.
public final class Packing {
  private final TaskBody<?, ?> body;

  private Packing(TaskBody<?, ?> body) {
    this.body = body;
  }

  /// For this body.
  public static Packing of(TaskBody<?, ?> body) {
    return new Packing(body);
  }

  /// The body, its classes and the variables it reaches.
  ///
  /// @throws NotShippable naming what cannot be sent
  public Cargo cargo() {
    return new Cargo(List.of(), List.of(), parcel("the body", body));
  }

  /// A value, such as an element.
  ///
  /// @param what what it is, for the message where it cannot be sent
  public Parcel parcel(String what, @Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new NotShippable(what + " cannot be sent to another process: " + e, e);
    }
    return new Parcel(bytes.toByteArray(), List.of());
  }

  /// What came back.
  ///
  /// @throws IOException where it cannot be read
  public @Nullable Object value(Parcel parcel) throws IOException {
    return new Unpacking(getClass().getClassLoader()).value(parcel);
  }
}
