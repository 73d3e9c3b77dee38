package io.github.heddle.ship;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stands in a graph for a value of the JDK that is not serializable though it is nothing but data,
/// or that has a form which is copied much faster.
sealed interface StandIn extends Serializable
    permits StandIn.Maybe,
        StandIn.MaybeInt,
        StandIn.MaybeLong,
        StandIn.MaybeDouble,
        StandIn.PathText,
        BoxedNumbers {
  /// What it stands for.
  Object value();

  /// What is sent in place of the value: itself, where nothing stands in for it.
  static Object of(Object value) {
    if (value.getClass() == ArrayList.class) {
      return BoxedNumbers.of((List<?>) value, false);
    }
    return value instanceof Serializable ? value : ofData(value);
  }

  /// The same for a value that is all of a graph: a list that cannot be changed is seen only here,
  /// as it replaces itself.
  static @Nullable Object ofWhole(@Nullable Object value) {
    return value != null && value.getClass() == BoxedNumbers.FIXED
        ? BoxedNumbers.of((List<?>) value, true)
        : value;
  }

  private static Object ofData(Object value) {
    return switch (value) {
      case Optional<?> optional -> new Maybe(optional.orElse(null));
      case OptionalInt number -> new MaybeInt(number.isPresent(), number.orElse(0));
      case OptionalLong number -> new MaybeLong(number.isPresent(), number.orElse(0));
      case OptionalDouble number -> new MaybeDouble(number.isPresent(), number.orElse(0));
      case Path path when path.getFileSystem().equals(FileSystems.getDefault()) ->
          new PathText(path.toString());
      default -> ofView(value);
    };
  }

  /// Parts and views of collections of the JDK become copies.
  private static Object ofView(Object value) {
    if (!value.getClass().getName().startsWith("java.util.")) {
      return value;
    }
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Set<?> set -> new LinkedHashSet<>(set);
      case Collection<?> collection -> new ArrayList<>(collection);
      case Map.Entry<?, ?> entry -> new SimpleEntry<>(entry);
      default -> value;
    };
  }

  record Maybe(@Nullable Object content) implements StandIn {
    @Override
    public Object value() {
      return Optional.ofNullable(content);
    }
  }

  record MaybeInt(boolean present, int content) implements StandIn {
    @Override
    public Object value() {
      return present ? OptionalInt.of(content) : OptionalInt.empty();
    }
  }

  record MaybeLong(boolean present, long content) implements StandIn {
    @Override
    public Object value() {
      return present ? OptionalLong.of(content) : OptionalLong.empty();
    }
  }

  record MaybeDouble(boolean present, double content) implements StandIn {
    @Override
    public Object value() {
      return present ? OptionalDouble.of(content) : OptionalDouble.empty();
    }
  }

  record PathText(String text) implements StandIn {
    @Override
    public Object value() {
      return Path.of(text);
    }
  }
}
