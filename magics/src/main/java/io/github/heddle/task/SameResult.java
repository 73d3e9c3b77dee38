package io.github.heddle.task;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two results of user code are the same. Their own `equals` is called here and nowhere
/// else; what it throws means that they cannot be compared.
public final class SameResult {
  private SameResult() {}

  /// False only where both can be compared and are not equal: objects that are equal to nothing but
  /// themselves say nothing about a computation. Arrays are compared element by element.
  public static boolean of(@Nullable Object one, @Nullable Object other) {
    try {
      return Objects.deepEquals(one, other) || !comparable(one) || !comparable(other);
    } catch (Throwable cannotBeCompared) {
      return true;
    }
  }

  private static boolean comparable(@Nullable Object value) throws NoSuchMethodException {
    if (value == null) {
      return true;
    }
    if (value instanceof Object[] array) {
      for (Object element : array) {
        if (!comparable(element)) {
          return false;
        }
      }
      return true;
    }
    Class<?> type = value.getClass();
    return type.isArray()
        || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
  }
}
