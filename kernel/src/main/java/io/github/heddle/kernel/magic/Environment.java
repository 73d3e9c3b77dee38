package io.github.heddle.kernel.magic;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The environment variables of this process, as Java sees them. The JDK offers no way to set one,
/// and keeps a copy made at its start: the map behind `System.getenv` and
/// `ProcessBuilder.environment()`, which is reached here. Programs that are started inherit what
/// the C library has, so that is set, too.
public interface Environment {
  /// All of them.
  Map<String, String> all();

  /// Sets one.
  ///
  /// @throws IllegalArgumentException with a sentence for the user, where this Java has no such map
  void set(String name, String value);

  /// That of this process.
  static Environment ofThisProcess() {
    return new Environment() {
      @Override
      public Map<String, String> all() {
        return System.getenv();
      }

      @Override
      public void set(String name, String value) {
        put(name, value);
      }
    };
  }

  @SuppressWarnings("unchecked") // the JDK's own map of its own types
  private static void put(String name, String value) {
    try {
      Class<?> owner = Class.forName("java.lang.ProcessEnvironment");
      Field field = owner.getDeclaredField("theEnvironment");
      field.setAccessible(true);
      Map<Object, Object> map = (Map<Object, Object>) field.get(null);
      if (!NativeEnvironment.set(name, value)) {
        throw refused(name, null);
      }
      map.put(made(owner, "Variable", name), made(owner, "Value", value));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw refused(name, e);
    }
  }

  private static IllegalArgumentException refused(String name, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        ("this system (%s, Java %s) does not let its environment be changed: set %s before the"
                + " kernel starts, or for a program with new"
                + " ProcessBuilder(...).environment().put(...)")
            .formatted(System.getProperty("os.name"), System.getProperty("java.version"), name),
        cause);
  }

  private static Object made(Class<?> owner, String kind, String text)
      throws ReflectiveOperationException {
    Method valueOf = Class.forName(owner.getName() + "$" + kind).getMethod("valueOf", String.class);
    valueOf.setAccessible(true);
    return valueOf.invoke(null, text);
  }
}
