package io.github.heddle.ship;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/// A variable of the notebook: a static field.
///
/// @param holder the binary name of the class that has the field
/// @param name its name in the notebook
record Variable(String holder, String name) {
  @Nullable Object value(ClassLoader loader) {
    try {
      return field(loader).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no variable " + this, e);
    }
  }

  void set(ClassLoader loader, @Nullable Object value) {
    try {
      field(loader).set(null, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no variable " + this, e);
    }
  }

  private Field field(ClassLoader loader) throws ReflectiveOperationException {
    Field field = Class.forName(holder, true, loader).getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
