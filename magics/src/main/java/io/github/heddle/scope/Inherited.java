package io.github.heddle.scope;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what another thread inherited from the thread that created it. The JDK lets only a thread
/// itself read that, so this looks at the fields behind it; it needs `--add-opens
/// java.base/java.lang`. Any thread.
///
/// @param <T> what is inherited
public final class Inherited<T> {
  private final InheritableThreadLocal<@Nullable T> variable;
  private final Class<T> type;
  private final Field inherited;
  private final Field table;
  private final Field value;

  private Inherited(InheritableThreadLocal<@Nullable T> variable, Class<T> type)
      throws NoSuchFieldException {
    this.variable = variable;
    this.type = type;
    this.inherited = JdkFields.open(Thread.class, "inheritableThreadLocals");
    this.table = JdkFields.open(inherited.getType(), "table");
    this.value = JdkFields.open(table.getType().componentType(), "value");
  }

  /// The way to read this variable of any thread, where this JVM allows it.
  public static <T> Optional<Inherited<T>> reader(
      InheritableThreadLocal<@Nullable T> variable, Class<T> type) {
    try {
      return Optional.of(new Inherited<>(variable, type));
    } catch (NoSuchFieldException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// What the thread has there; empty where that is nothing, or the thread has ended.
  public Optional<T> of(Thread thread) {
    Object map = read(inherited, thread);
    return map == null ? Optional.empty() : find((@Nullable Object[]) read(table, map));
  }

  /// The thread may change its table meanwhile; an entry is found or it is not.
  private Optional<T> find(@Nullable Object @Nullable [] entries) {
    if (entries != null) {
      for (Object entry : entries) {
        if (entry instanceof Reference<?> key && variable.equals(key.get())) {
          return Optional.ofNullable(read(value, entry)).filter(type::isInstance).map(type::cast);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the field was opened", impossible);
    }
  }
}
