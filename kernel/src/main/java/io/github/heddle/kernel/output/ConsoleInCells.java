package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A console for cells, which the JVM of a kernel has none of: lines and passwords are asked for
/// with the front end's box for input. The JDK has no public way to make one; where its own way is
/// not as expected, there is none. What it does for each call of a cell is done by name.
public final class ConsoleInCells {
  private final KeyboardInput keyboard;

  private ConsoleInCells(KeyboardInput keyboard) {
    this.keyboard = keyboard;
  }

  /// In place of [System#console] in cells.
  public static @Nullable Console console() {
    return System.in instanceof KeyboardInput keyboard
        ? keyboard.console().orElse(System.console())
        : System.console();
  }

  /// A console that asks with this keyboard; none, where the JDK makes none.
  static Optional<Console> readingFrom(KeyboardInput keyboard) {
    try {
      Class<?> working = Class.forName("jdk.internal.io.JdkConsole");
      Constructor<?> constructor =
          Class.forName("java.io.ProxyingConsole").getDeclaredConstructor(working);
      constructor.setAccessible(true);
      ConsoleInCells console = new ConsoleInCells(keyboard);
      Object proxy =
          Proxy.newProxyInstance(
              ConsoleInCells.class.getClassLoader(), new Class<?>[] {working}, console::called);
      return Optional.of((Console) constructor.newInstance(proxy));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return Optional.empty();
    }
  }

  private @Nullable Object called(Object proxy, Method method, Object @Nullable [] given) {
    return switch (method.getName()) {
      case "readLine" -> line(prompt(given), false);
      case "readPassword" -> {
        String line = line(prompt(given), true);
        yield line == null ? null : line.toCharArray();
      }
      case "writer" -> new PrintWriter(System.out, true, UTF_8);
      case "reader" -> new InputStreamReader(keyboard, UTF_8);
      case "charset" -> UTF_8;
      case "flush" -> null;
      default -> printed(proxy, method.getName(), given);
    };
  }

  private static Object printed(Object proxy, String method, Object @Nullable [] given) {
    switch (method) {
      case "println" -> System.out.println(given == null ? "" : given[0]);
      case "print" -> System.out.print(given == null ? "" : given[0]);
      case "format" -> System.out.print(prompt(given));
      default -> throw new UnsupportedOperationException("Console." + method);
    }
    return proxy;
  }

  /// The text of the arguments locale, format and values.
  private static String prompt(Object @Nullable [] given) {
    return given == null
        ? ""
        : String.format((Locale) given[0], (String) given[1], (Object[]) given[2]);
  }

  private @Nullable String line(String prompt, boolean hidden) {
    try {
      return keyboard.ask(prompt, hidden).orElse(null);
    } catch (IOException e) {
      throw new IOError(e);
    }
  }
}
