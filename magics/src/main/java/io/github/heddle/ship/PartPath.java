package io.github.heddle.ship;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way from an object to a part of it, as code would write it.
///
/// @param text begins with a dot where it begins with a field, or with a bracket
record PartPath(String text) {
  /// Looking further would take long, and help few.
  private static final int MOST_OBJECTS = 100_000;

  private record Place(Object object, String path) {}

  /// The shortest way, if one is found.
  @SuppressWarnings("ReferenceEquality") // the very same object
  static Optional<PartPath> to(Object part, @Nullable Object whole) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Place> ahead = new ArrayDeque<>();
    if (whole != null) {
      ahead.add(new Place(whole, ""));
    }
    while (!ahead.isEmpty() && seen.size() < MOST_OBJECTS) {
      Place at = ahead.remove();
      if (at.object() == part) {
        return Optional.of(new PartPath(at.path()));
      }
      if (seen.add(at.object())) {
        Parts.of(at.object())
            .forEach((step, object) -> ahead.add(new Place(object, at.path() + step)));
      }
    }
    return Optional.empty();
  }

  /// From something that has a name.
  String after(String name) {
    return name + text;
  }

  /// From something that has none.
  String alone() {
    return "its part " + (text.startsWith(".") ? text.substring(1) : text);
  }
}
