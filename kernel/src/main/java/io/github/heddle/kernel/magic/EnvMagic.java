package io.github.heddle.kernel.magic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `%env`, `%env NAME`, `%env NAME=VALUE`: shows and sets environment variables. What is set holds
/// for `System.getenv`, for programs that cells start, and for worker processes from now on; those
/// that wait are ended, as they have the environment they were started with.
///
/// @param environment what `System.getenv` says
/// @param renewWorkers ends the worker processes that wait
/// @param say prints a line under the cell
public record EnvMagic(Environment environment, Runnable renewWorkers, Consumer<String> say) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// Shows or sets.
  ///
  /// @param text what stands behind the name of the magic
  public void run(String text) {
    int equals = text.indexOf('=');
    if (text.isEmpty()) {
      say.accept(all());
    } else if (equals < 0) {
      show(checked(text.strip()));
    } else {
      set(checked(text.substring(0, equals).strip()), text.substring(equals + 1).strip());
    }
  }

  private String all() {
    Map<String, String> sorted = new TreeMap<>(environment.all());
    return sorted.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  private void show(String name) {
    String value = environment.all().get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no environment variable " + name);
    }
    say.accept(value);
  }

  private void set(String name, String value) {
    String plain = unquoted(value);
    environment.set(name, plain);
    renewWorkers.run();
    say.accept(
        "%s=%s, also for programs and worker processes started from now on".formatted(name, plain));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && "\"'".indexOf(value.charAt(0)) >= 0
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          name.isEmpty()
              ? "the name of the variable is missing in front of ="
              : name
                  + " cannot be the name of a variable: letters A to Z, digits and _; use %env,"
                  + " %env NAME or %env NAME=VALUE");
    }
    return name;
  }

  /// The words of a line as they stood there, one space between them.
  static String text(List<String> words) {
    return String.join(" ", words);
  }
}
