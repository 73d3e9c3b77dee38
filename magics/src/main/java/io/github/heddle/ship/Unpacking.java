package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The worker's side: defines the classes that arrive, sets variables, and gives the body. Lives as
/// long as the worker. One thread takes in bodies; until the next one any thread that was started
/// after it may read and make parcels.
public final class Unpacking {
  private final Map<String, ClassFile> held = new HashMap<>();
  private final ClassLoader parent;
  private ShippedLoader loader;

  /// @param parent sees the classes of this library
  public Unpacking(ClassLoader parent) {
    this.parent = parent;
    this.loader = new ShippedLoader(parent);
  }

  /// Takes in what arrived and gives the body. Classes stay from one body to the next, with the
  /// values of their static fields, until one of them arrives in another version; variables are set
  /// each time.
  ///
  /// @throws IOException where it cannot be read
  public TaskBody<Object, @Nullable Object> body(Cargo cargo) throws IOException {
    define(cargo);
    Optional<TaskBody<Object, @Nullable Object>> made = cargo.body().map(this::made);
    return cargo.contents().holdsNothing() ? made.orElseThrow() : read(cargo.contents(), made);
  }

  private TaskBody<Object, @Nullable Object> made(String type) {
    try {
      return body(Class.forName(type, true, loader).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("the body's class does not fit here: " + e, e);
    }
  }

  private TaskBody<Object, @Nullable Object> read(
      Parcel contents, Optional<TaskBody<Object, @Nullable Object>> made) throws IOException {
    try (GraphReader in = Parcels.reader(contents, 0, loader)) {
      TaskBody<Object, @Nullable Object> body = made.isPresent() ? made.get() : body(in.value());
      for (String holder = in.readUTF(); !holder.equals(Manifest.END); holder = in.readUTF()) {
        new Variable(holder, in.readUTF()).set(loader, in.value());
      }
      return body;
    }
  }

  @SuppressWarnings("unchecked") // cargo has a body in it
  private static TaskBody<Object, @Nullable Object> body(@Nullable Object body) {
    return (TaskBody<Object, @Nullable Object>) Objects.requireNonNull(body);
  }

  private void define(Cargo cargo) throws IOException {
    for (ClassFile each : cargo.classes()) {
      if (each.complete()) {
        held.put(each.digest(), each);
      } else if (!held.containsKey(each.digest())) {
        throw new IOException("the class " + each.name() + " never arrived");
      }
    }
    List<ClassFile> classes =
        cargo.classes().stream()
            .map(each -> Objects.requireNonNull(held.get(each.digest())))
            .toList();
    if (!loader.canTake(classes)) {
      loader = new ShippedLoader(parent);
    }
    loader.take(classes, cargo.libraries());
  }

  /// The class loader of the classes that arrived last: what tasks should have as their context
  /// class loader.
  public ClassLoader classLoader() {
    return loader;
  }

  /// A value that arrived.
  public @Nullable Object value(Parcel parcel) throws IOException {
    return Parcels.value(parcel, loader);
  }

  /// A value to be sent back.
  ///
  /// @throws NotShippable naming what cannot be sent
  public Parcel parcel(String what, @Nullable Object value) {
    return Parcels.of(Described.output(what), value);
  }
}
