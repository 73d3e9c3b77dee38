package io.github.heddle.sampling;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads for which task another thread was started. The JDK lets only a thread itself read what it
/// inherited, so this looks at the fields behind it; it needs `--add-opens java.base/java.lang`,
/// and says nothing where that is missing. Any thread.
final class BirthTask {
  private final Field inherited;
  private final Field table;
  private final Field value;

  private BirthTask(Field inherited, Field table, Field value) {
    this.inherited = inherited;
    this.table = table;
    this.value = value;
  }

  /// The way to read it, where this JVM allows it.
  static Optional<BirthTask> reader() {
    try {
      Field inherited = JdkFields.open(Thread.class, "inheritableThreadLocals");
      Class<?> map = inherited.getType();
      Field table = JdkFields.open(map, "table");
      return Optional.of(
          new BirthTask(
              inherited, table, JdkFields.open(table.getType().componentType(), "value")));
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// The task for which the thread was started; empty where it was none, or the thread has ended.
  OptionalInt of(Thread thread) {
    try {
      Object map = inherited.get(thread);
      return map == null ? OptionalInt.empty() : find((@Nullable Object[]) table.get(map));
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the field was opened", impossible);
    }
  }

  /// The thread may change its table meanwhile; an entry is found or it is not.
  private OptionalInt find(@Nullable Object @Nullable [] entries) {
    if (entries != null) {
      for (Object entry : entries) {
        if (entry instanceof Reference<?> key
            && TaskUnderway.CURRENT.equals(key.get())
            && read(entry) instanceof TaskUnderway underway) {
          return underway.task();
        }
      }
    }
    return OptionalInt.empty();
  }

  private @Nullable Object read(@Nullable Object entry) {
    try {
      return value.get(entry);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the field was opened", impossible);
    }
  }
}
