package io.github.heddle.ship;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of one object, by the step that leads to each: `.field` or `[place]`.
final class Parts {
  private static final String OUTER = "this$";
  private static final String LOCAL = "val$";
  private static final String CAPTURED = "arg$";

  private final Map<String, Object> parts = new LinkedHashMap<>();

  private Parts() {}

  static Map<String, Object> of(Object whole) {
    Parts parts = new Parts();
    switch (whole) {
      case Object[] array -> parts.addAll(Arrays.asList(array));
      case Iterable<?> iterable when ofJdk(whole) -> parts.addAll(iterable);
      case Map<?, ?> map when ofJdk(whole) -> parts.addAll(map);
      case Optional<?> optional -> parts.add(".get()", optional.orElse(null));
      default -> parts.addFields(whole);
    }
    return parts.parts;
  }

  private static boolean ofJdk(Object object) {
    return object.getClass().getName().startsWith("java.util.");
  }

  private void add(String step, @Nullable Object part) {
    if (part != null) {
      parts.put(step, part);
    }
  }

  private void addAll(Iterable<?> elements) {
    int index = 0;
    for (Object element : elements) {
      add("[" + index++ + "]", element);
    }
  }

  private void addAll(Map<?, ?> map) {
    map.forEach((key, value) -> {
      String text = key instanceof String ? "\"" + key + "\"" : String.valueOf(key);
      add(".get(" + text + ")", value);
      add(".key(" + text + ")", key);
    });
  }

  private void addFields(Object whole) {
    for (Class<?> at = whole.getClass(); at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())
            && !field.getType().isPrimitive()
            && field.trySetAccessible()) {
          add(step(field, whole), value(field, whole));
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object whole) {
    try {
      return field.get(whole);
    } catch (IllegalAccessException e) {
      return null; // then no way leads through it
    }
  }

  /// Fields that the compiler makes are called what the user wrote.
  private static String step(Field field, Object whole) {
    String name = field.getName();
    if (name.startsWith(OUTER)) {
      return "." + field.getType().getSimpleName() + ".this";
    }
    if (name.startsWith(LOCAL)) {
      return "." + name.substring(LOCAL.length());
    }
    return name.startsWith(CAPTURED)
        ? "." + Captured.name(whole, Integer.parseInt(name, CAPTURED.length(), name.length(), 10))
        : "." + name;
  }
}
