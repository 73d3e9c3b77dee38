package io.github.heddle.ship;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Values to parcels, and back.
final class Parcels {
  private static final int USUAL_LENGTH = 256;

  private Parcels() {}

  /// @throws NotShippable naming what cannot be sent
  static Parcel of(Described described, @Nullable Object value) {
    return ShortForm.of(value).orElseGet(() -> graph(described, value));
  }

  private static Parcel graph(Described described, @Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    bytes.write(ShortForm.GRAPH);
    GraphWriter writer = GraphWriter.to(bytes, Met.NOBODY);
    writer.write(described, value);
    return writer.parcel(bytes);
  }

  /// @throws IOException where it cannot be read
  static @Nullable Object value(Parcel parcel, ClassLoader loader) throws IOException {
    if (parcel.graph()[0] != ShortForm.GRAPH) {
      return ShortForm.value(parcel);
    }
    GraphReader reader = reader(parcel, 1, loader);
    return reader.value();
  }

  static GraphReader reader(Parcel parcel, int start, ClassLoader loader) throws IOException {
    byte[] graph = parcel.graph();
    return new GraphReader(
        new ByteArrayInputStream(graph, start, graph.length - start), parcel.arrays(), loader);
  }
}
