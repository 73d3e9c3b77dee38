package io.github.heddle.model;

import java.util.List;
import java.util.Optional;

/// The models there are. A new one is added here and nowhere else.
public final class Models {
  private static final List<Model> ALL =
      List.of(new Sequential(), new Async(), new Virtual(), new Threads(), new Processes());

  private Models() {}

  /// All models, in the order in which they are taught.
  public static List<Model> all() {
    return ALL;
  }

  /// The model of that name.
  public static Optional<Model> named(String name) {
    return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
  }
}
