package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kernel's side: makes parcels of a body and of what it works on. One thread makes the cargo;
/// when it is done any thread may make parcels and read them.
public final class Packing {
  private final Described described;
  private final TaskBody<?, ?> body;
  private final List<?> elements;
  private final Reach reach = new Reach();

  private Packing(Described described, TaskBody<?, ?> body, List<?> elements) {
    this.described = described;
    this.body = body;
    this.elements = elements;
  }

  /// For this body. What it is run over are values of types that it names.
  public static Packing of(TaskBody<?, ?> body) {
    return new Packing(Described.body(), body, List.of());
  }

  /// For a body that does nothing but make a call, the one thing that it captures.
  public static Packing ofCall(TaskBody<?, ?> body) {
    return new Packing(Described.call(), body, List.of());
  }

  /// For this body and its elements: their classes, too, are part of the cargo.
  public static Packing of(Work<?, ?> work) {
    return new Packing(
        Described.body(),
        work.body(),
        work.elements().<List<?>>map(each -> each).orElse(List.of()));
  }

  /// The body, its classes and the variables it reaches. To be called before anything else.
  ///
  /// @throws NotShippable naming what cannot be sent
  public Cargo cargo() {
    Optional<BodyClass> own = BodyClass.of(body);
    Parcel contents = contents(own.isEmpty());
    own.map(BodyClass::code).ifPresent(reach::open);
    Optional<ClassFile> file = own.map(BodyClass::file);
    return new Cargo(
        Stream.concat(reach.classFiles().stream(), file.stream()).toList(),
        reach.libraries(),
        file.map(ClassFile::name),
        contents);
  }

  private Parcel contents(boolean withBody) {
    Manifest manifest = new Manifest(reach);
    manifest.body(described, body, withBody);
    manifest.elements(elements);
    manifest.variables();
    return manifest.parcel();
  }

  /// A value, such as an element.
  ///
  /// @param what what it is, for the message where it cannot be sent
  public Parcel parcel(String what, @Nullable Object value) {
    return Parcels.of(Described.input(what), value);
  }

  /// What came back.
  ///
  /// @throws IOException where it cannot be read
  public @Nullable Object value(Parcel parcel) throws IOException {
    return Parcels.value(parcel, reach.loader().orElseGet(Packing.class::getClassLoader));
  }
}
