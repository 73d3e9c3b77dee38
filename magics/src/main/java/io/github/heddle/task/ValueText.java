package io.github.heddle.task;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How values of user code read, in one short line. Their own `toString` and `getMessage` are
/// called here and nowhere else; what these throw becomes part of the text.
public final class ValueText {
  private static final int LONGEST = 200;
  private static final Pattern CELL = Pattern.compile("(?:.+, )?cell \\d+");

  private ValueText() {}

  /// A result.
  public static String of(@Nullable Object value) {
    return line(() -> text(value), value);
  }

  /// An exception: its type, its message, and the line of the cell where it was thrown.
  public static String of(Throwable thrown) {
    String type = thrown.getClass().getSimpleName();
    String message = line(() -> messageOf(thrown), thrown);
    return type
        + (message.isEmpty() ? "" : ": " + message)
        + place(thrown).map(place -> " (" + place + ")").orElse("");
  }

  /// The innermost line of a cell that led to the exception, such as `cell 4, line 2`.
  private static Optional<String> place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> CELL.matcher(String.valueOf(frame.getFileName())).matches())
        .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber())
        .findFirst();
  }

  private static String messageOf(Throwable thrown) {
    String message = thrown.getLocalizedMessage();
    return message == null ? "" : message;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Collection<?> collection && collection.size() > LONGEST) {
      return String.valueOf(collection.stream().limit(LONGEST).toList());
    }
    return value != null && value.getClass().isArray()
        ? unwrapped(Arrays.deepToString(new Object[] {beginning(value)}))
        : String.valueOf(value);
  }

  /// No more elements than can be shown.
  private static Object beginning(Object array) {
    int length = Array.getLength(array);
    if (length <= LONGEST) {
      return array;
    }
    Object beginning = Array.newInstance(array.getClass().getComponentType(), LONGEST);
    System.arraycopy(array, 0, beginning, 0, LONGEST);
    return beginning;
  }

  private static String unwrapped(String listOfOne) {
    return listOfOne.substring(1, listOfOne.length() - 1);
  }

  private static String line(Supplier<String> userCode, @Nullable Object value) {
    String text;
    try {
      text = userCode.get();
    } catch (Throwable thrown) {
      text = "(%s, whose text cannot be had: %s)".formatted(nameOf(value), nameOf(thrown));
    }
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    return cut.strip().replace("\r", "").replace("\n", "\\n");
  }

  private static String nameOf(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }
}
