package io.github.heddle.ship;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.invoke.SerializedLambda;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Serialises a graph of objects. Large arrays of primitives are put aside.
final class GraphWriter extends ObjectOutputStream {
  private final FarArray.Collected arrays = new FarArray.Collected();
  private final Met met;
  private Optional<Object> refused = Optional.empty();

  private GraphWriter(OutputStream out, Met met) throws IOException {
    super(out);
    this.met = met;
    enableReplaceObject(true);
  }

  static GraphWriter to(OutputStream memory, Met met) {
    try {
      return new GraphWriter(memory, met);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a value. Code of the user may run in here, and fail.
  ///
  /// @throws NotShippable naming what cannot be sent
  void write(Described described, @Nullable Object value) {
    try {
      writeObject(StandIn.ofWhole(value));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Refusal(described, value, refused, e).exception();
    }
  }

  void text(String text) {
    try {
      writeUTF(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was written.
  Parcel parcel(ByteArrayOutputStream graph) {
    try {
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Parcel(graph.toByteArray(), arrays.arrays());
  }

  @Override
  protected void writeStreamHeader() {}

  @Override
  protected void annotateClass(Class<?> type) {
    met.type(type);
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      met.type(each);
    }
  }

  @Override
  protected Object replaceObject(Object value) throws NotSerializableException {
    if (value instanceof String || value instanceof Number || value instanceof Enum<?>) {
      return value; // most objects are such
    }
    if (FarArray.isLarge(value)) {
      return arrays.place(value);
    }
    if (value instanceof SerializedLambda lambda) {
      met.lambda(lambda);
    }
    Object sent = StandIn.of(value);
    if (!(sent instanceof Serializable) || InheritedState.isLostOf(sent)) {
      refused = Optional.of(value);
      throw new NotSerializableException(value.getClass().getName());
    }
    return sent;
  }
}
