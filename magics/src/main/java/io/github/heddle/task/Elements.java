package io.github.heddle.task;

import java.lang.reflect.Array;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the tasks of a run are for: one task for each element, with its real type. Elements are
/// copied when they are given, on the calling thread, which an interrupt ends with a
/// [CancellationException].
public final class Elements<T> {
  /// More than this is taken for a stream without end.
  private static final int MOST = 10_000_000;

  private final Optional<List<T>> elements;

  private Elements(Optional<List<T>> elements) {
    this.elements = elements;
  }

  /// No elements: the item of a task is its number.
  public static Elements<Integer> none() {
    return new Elements<>(Optional.empty());
  }

  /// The elements of a collection or anything else that can be iterated over.
  public static <T> Elements<T> of(Iterable<? extends T> elements) {
    present(elements);
    return copy(elements.iterator());
  }

  /// The elements of an array.
  public static <T> Elements<T> of(T[] elements) {
    present(elements);
    return copy(Arrays.asList(elements).iterator());
  }

  /// The elements of an array.
  public static Elements<Integer> of(int[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Long> of(long[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Double> of(double[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Float> of(float[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Short> of(short[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Byte> of(byte[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Character> of(char[] elements) {
    return ofArray(elements);
  }

  /// The elements of an array.
  public static Elements<Boolean> of(boolean[] elements) {
    return ofArray(elements);
  }

  /// What the stream gives; it is closed.
  public static <T> Elements<T> of(Stream<? extends T> elements) {
    return ofStream(elements);
  }

  /// What the stream gives; it is closed.
  public static Elements<Integer> of(IntStream elements) {
    return ofStream(elements);
  }

  /// What the stream gives; it is closed.
  public static Elements<Long> of(LongStream elements) {
    return ofStream(elements);
  }

  /// What the stream gives; it is closed.
  public static Elements<Double> of(DoubleStream elements) {
    return ofStream(elements);
  }

  /// The entries of a map, as they are now.
  public static <K, V> Elements<Map.Entry<K, V>> of(Map<K, V> elements) {
    present(elements);
    return copy(
        elements.entrySet().stream()
            .<Map.Entry<K, V>>map(each -> new SimpleImmutableEntry<>(each))
            .iterator());
  }

  /// A value of which only the running program knows what it is.
  ///
  /// @throws NoElementsException if it is no collection, array, stream or map
  public static Elements<Object> of(@Nullable Object elements) {
    return switch (elements) {
      case Iterable<?> iterable -> copy(iterable.iterator());
      case Map<?, ?> map -> copy(of(map).elements.orElseThrow().iterator());
      case BaseStream<?, ?> stream -> ofStream(stream);
      case null -> throw new NoElementsException("null is no collection, array, stream or map");
      default -> ofUnknown(elements);
    };
  }

  private static Elements<Object> ofUnknown(Object value) {
    if (value.getClass().isArray()) {
      return ofArray(value);
    }
    String type = value.getClass().getSimpleName();
    String article = "AEIOU".indexOf(type.isEmpty() ? ' ' : type.charAt(0)) < 0 ? "a " : "an ";
    throw new NoElementsException(article + type + " is no collection, array, stream or map");
  }

  private static void present(@Nullable Object elements) {
    if (elements == null) {
      throw new NoElementsException("null is no collection, array, stream or map");
    }
  }

  @SuppressWarnings("unchecked") // the component type of the array, boxed
  private static <T> Elements<T> ofArray(Object array) {
    present(array);
    return copy(
        IntStream.range(0, Array.getLength(array))
            .mapToObj(i -> (T) Array.get(array, i))
            .iterator());
  }

  private static <T> Elements<T> ofStream(BaseStream<? extends T, ?> stream) {
    present(stream);
    try (stream) {
      return copy(stream.iterator());
    }
  }

  private static <T> Elements<T> copy(Iterator<? extends T> iterator) {
    List<T> copy = new ArrayList<>();
    while (iterator.hasNext()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("stopped after " + copy.size() + " elements");
      }
      if (copy.size() == MOST) {
        throw new NoElementsException("more than " + MOST + " elements, perhaps without end");
      }
      copy.add(iterator.next());
    }
    return new Elements<>(Optional.of(Collections.unmodifiableList(copy)));
  }

  /// Work whose tasks give results.
  public <R extends @Nullable Object> Work<T, R> returning(TaskBody<T, R> body) {
    return new Work<>(elements, body);
  }

  /// Work whose tasks give none.
  public Work<T, @Nullable Void> performing(VoidTaskBody<T> body) {
    return new Work<>(
        elements,
        (task, item) -> {
          body.run(task, item);
          return null;
        });
  }
}
