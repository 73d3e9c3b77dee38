package io.github.heddle.scope;

import java.lang.reflect.Field;

/// Fields of the JDK's own classes, for what it lets nobody ask. Any thread.
public final class JdkFields {
  private JdkFields() {}

  /// Opens a field.
  ///
  /// @throws NoSuchFieldException where this JDK has no such field
  /// @throws java.lang.reflect.InaccessibleObjectException where its package was not opened with
  ///   `--add-opens`
  public static Field open(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
