package io.github.heddle.ship;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stands in a graph for a value of the JDK that is not serializable though it is nothing but data,
/// or that has a form which is copied much faster.
sealed interface StandIn extends Serializable {
  /// What it stands for.
  Object value();

  /// What is sent in place of the value: itself, where nothing stands in for it.
  static Object of(Object value) {
    if (value.getClass() == ArrayList.class) {
      return ofNumbers((List<?>) value);
    }
    return value instanceof Serializable ? value : ofData(value);
  }

  /// A list of boxed numbers, all of one kind, is as an array some fifty times as fast.
  private static Object ofNumbers(List<?> list) {
    Object first = list.isEmpty() ? "" : list.getFirst();
    return switch (first) {
      case Integer _ when allAre(Integer.class, list) ->
          new Ints(list.stream().mapToInt(each -> (Integer) each).toArray());
      case Long _ when allAre(Long.class, list) ->
          new Longs(list.stream().mapToLong(each -> (Long) each).toArray());
      case Double _ when allAre(Double.class, list) ->
          new Doubles(list.stream().mapToDouble(each -> (Double) each).toArray());
      case null, default -> list;
    };
  }

  private static boolean allAre(Class<?> type, List<?> list) {
    for (Object each : list) {
      if (each == null || each.getClass() != type) {
        return false;
      }
    }
    return true;
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

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ints(int[] numbers) implements StandIn {
    @Override
    public Object value() {
      return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(ArrayList::new));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Longs(long[] numbers) implements StandIn {
    @Override
    public Object value() {
      return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(ArrayList::new));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Doubles(double[] numbers) implements StandIn {
    @Override
    public Object value() {
      return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
