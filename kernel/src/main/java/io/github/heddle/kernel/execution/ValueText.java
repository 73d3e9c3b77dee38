package io.github.heddle.kernel.execution;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Text of values that would otherwise have none, or too much.
final class ValueText {
  private static final int FIRST_ELEMENTS = 100;
  private static final int LONGEST = 100_000;

  private ValueText() {}

  /// The elements of an array, arrays in it included; of a long one the first.
  static String ofArray(Object array) {
    int length = Array.getLength(array);
    String left = length > FIRST_ELEMENTS ? ", ... " + (length - FIRST_ELEMENTS) + " more" : "";
    return IntStream.range(0, Math.min(length, FIRST_ELEMENTS))
        .mapToObj(i -> ofElement(Array.get(array, i)))
        .collect(Collectors.joining(", ", "[", left + "]"));
  }

  /// The text, or its beginning and how long it is.
  static String bearable(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "\n... " + text.length() + " characters in all";
  }

  private static String ofElement(@Nullable Object element) {
    return element != null && element.getClass().isArray()
        ? ofArray(element)
        : String.valueOf(element);
  }
}
