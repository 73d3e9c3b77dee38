package io.github.heddle.model;

import io.github.heddle.scope.JdkFields;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Makes virtual threads that are scheduled by an executor of ours: it is given the same runnable
/// each time the thread can go on, and the thread runs on whichever platform thread runs that.
/// Threads started by such a thread are scheduled by the same executor.
///
/// The JDK has this, but not as public API: the only place that knows how it is reached.
final class OwnScheduler {
  private static final String BUILDER = "java.lang.ThreadBuilders$VirtualThreadBuilder";

  /// What the runnable of a thread captured: the thread.
  private static final ClassValue<Optional<Field>> CONTINUED =
      new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> runnable) {
          try {
            return Optional.of(JdkFields.open(runnable, "arg$1"));
          } catch (NoSuchFieldException | InaccessibleObjectException notHere) {
            return Optional.empty();
          }
        }
      };

  private final Constructor<?> builder;

  private OwnScheduler(Constructor<?> builder) {
    this.builder = builder;
  }

  /// @throws IllegalStateException saying what is missing, where this JVM does not let us
  static OwnScheduler ofThisJvm() {
    try {
      Constructor<?> builder = Class.forName(BUILDER).getDeclaredConstructor(Executor.class);
      builder.setAccessible(true);
      return new OwnScheduler(builder);
    } catch (ReflectiveOperationException | InaccessibleObjectException missing) {
      throw missing(missing);
    }
  }

  /// A thread that is not started.
  Thread thread(Executor scheduler, String name, Runnable body) {
    try {
      return ((Thread.Builder.OfVirtual) builder.newInstance(scheduler)).name(name).unstarted(body);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException missing) {
      throw missing(missing);
    }
  }

  /// The thread that goes on with a runnable that was given to a scheduler; empty where this JVM
  /// does not let us know. Any thread.
  static Optional<Thread> continuedBy(Runnable runnable) {
    return CONTINUED.get(runnable.getClass()).flatMap(field -> read(field, runnable));
  }

  private static Optional<Thread> read(Field field, Runnable runnable) {
    try {
      return Optional.ofNullable(field.get(runnable))
          .filter(Thread.class::isInstance)
          .map(Thread.class::cast);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the field was opened", impossible);
    }
  }

  private static IllegalStateException missing(Exception cause) {
    return new IllegalStateException(
        "this JVM lets nobody schedule virtual threads, so %%async and %%virtual cannot be measured"
            + " here: start JDK 25 with --add-opens java.base/java.lang=ALL-UNNAMED",
        cause);
  }
}
