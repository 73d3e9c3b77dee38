package io.github.heddle.ship;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Types whose objects are all made of objects of the same classes: who has seen one of them has
/// seen all. Records of numbers and text are such; what has a field of an interface is not.
final class ClosedTypes {
  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class);

  private final Map<Class<?>, Boolean> known = new HashMap<>();

  /// Whether this is the class of such objects.
  boolean contain(Class<?> type) {
    Boolean answer = known.get(type);
    if (answer == null) {
      known.put(type, false); // one that contains itself would have to be looked at for ever
      answer = isClosed(type);
      known.put(type, answer);
    }
    return answer;
  }

  private boolean isClosed(Class<?> type) {
    if (type.isPrimitive() || PLAIN.contains(type)) {
      return true;
    }
    if (type.isArray()) {
      return isClosedField(type.getComponentType());
    }
    return type.getClassLoader() != null
        && !type.isSynthetic()
        && type.getSuperclass() != null
        && (type.isRecord() || type.getSuperclass().equals(Object.class))
        && Arrays.stream(type.getDeclaredMethods())
            .noneMatch(each -> each.getName().matches("write(Object|Replace|External)"))
        && Arrays.stream(type.getDeclaredFields())
            .filter(each -> !Modifier.isStatic(each.getModifiers()))
            .map(Field::getType)
            .allMatch(this::isClosedField);
  }

  /// Whether a field of this type holds only such objects.
  private boolean isClosedField(Class<?> type) {
    boolean exact = type.isPrimitive() || type.isArray() || Modifier.isFinal(type.getModifiers());
    return exact && contain(type);
  }
}
