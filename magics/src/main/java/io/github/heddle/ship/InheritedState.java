package io.github.heddle.ship;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/// State that an object has from a superclass which is not serializable: serialisation would leave
/// it out and say nothing.
final class InheritedState {
  private static final ClassValue<Boolean> LOST =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isLost(type);
        }
      };

  private InheritedState() {}

  /// Whether the object has such state and does nothing to save it.
  static boolean isLostOf(Object value) {
    return value instanceof Serializable && LOST.get(value.getClass());
  }

  private static boolean isLost(Class<?> type) {
    if (type.getClassLoader() == null) {
      return false; // classes of the JDK know what they do
    }
    Class<?> at = type;
    boolean saves = Externalizable.class.isAssignableFrom(type);
    while (at != null && Serializable.class.isAssignableFrom(at)) {
      saves |= declares(at, "writeObject") || declares(at, "writeReplace");
      at = at.getSuperclass();
    }
    return !saves && at != null && !at.equals(Object.class) && (hasState(at) || !canBeMade(at));
  }

  private static boolean declares(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(each -> each.getName().equals(method));
  }

  private static boolean hasState(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (Arrays.stream(at.getDeclaredFields()).anyMatch(InheritedState::isState)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isState(Field field) {
    return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
  }

  /// Whether it has a constructor that serialisation may call.
  private static boolean canBeMade(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors()).anyMatch(InheritedState::isUsable);
  }

  private static boolean isUsable(Constructor<?> constructor) {
    return constructor.getParameterCount() == 0
        && (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }
}
