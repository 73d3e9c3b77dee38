package io.github.heddle.kernel.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Text of values that would otherwise have none, or too much.
public final class ValueText {
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

  /// A value in one line of so many characters. Of a long collection only the beginning is asked
  /// for its text; a value whose text cannot be had says so.
  public static String brief(@Nullable Object value, int length) {
    try {
      return shortened(text(value, length).replaceAll("\\s+", " "), length);
    } catch (RuntimeException | StackOverflowError e) { // of the notebook's toString
      return "(no text: " + e.getClass().getSimpleName() + ")";
    }
  }

  private static String text(@Nullable Object value, int length) {
    if (value instanceof Collection<?> elements && elements.size() > length) {
      return elements.stream()
          .limit(length / 3)
          .map(element -> String.valueOf((@Nullable Object) element))
          .collect(Collectors.joining(", ", "[", ", ...]"));
    }
    return ofElement(value);
  }

  /// The text, or its beginning with dots behind it.
  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
  }

  private static String ofElement(@Nullable Object element) {
    return element != null && element.getClass().isArray()
        ? ofArray(element)
        : String.valueOf(element);
  }
}
