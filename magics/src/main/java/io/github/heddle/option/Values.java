package io.github.heddle.option;

import static java.util.stream.Collectors.joining;

import io.github.heddle.export.Format;
import io.github.heddle.picture.Part;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.ITypeConverter;

/// How the words of a magic line become typed values.
final class Values {
  private Values() {}

  /// A number of tasks.
  static final class Tasks implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return wholeNumber(value, "tasks", 1, Request.MOST_TASKS);
    }
  }

  /// A number of workers.
  static final class Workers implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return wholeNumber(value, "workers", 1, Request.MOST_WORKERS);
    }
  }

  /// A number of measured runs.
  static final class Runs implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return wholeNumber(value, "runs", 1, Repeats.MOST);
    }
  }

  /// A number of runs that are not measured.
  static final class Warmups implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return wholeNumber(value, "runs", 0, Repeats.MOST);
    }
  }

  /// A file for a trace.
  static final class TraceName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (Format.of(value).isEmpty()) {
        throw new BadValue(
            "a trace is not saved as `" + value + "`",
            "a file that ends in .json, for ui.perfetto.dev, or in .csv, for tables");
      }
      return value;
    }
  }

  /// A number of workers where there is one event loop.
  static final class NoWorkers implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      throw new BadValue(
          "%%async has one event loop", "leave it out; %%virtual -w N has N carriers");
    }
  }

  /// The name of a variable.
  static final class Name implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!SourceVersion.isName(value) || value.contains(".")) {
        throw new BadValue(
            "`" + value + "` cannot be the name of a variable",
            "a Java identifier, such as results or page2");
      }
      return value;
    }
  }

  /// A stretch of time.
  static final class Time implements ITypeConverter<Duration> {
    private static final Pattern FORM =
        Pattern.compile("(?<number>\\d{1,9}(\\.\\d{1,9})?)(?<unit>ms|s|m|h)");

    @Override
    public Duration convert(String value) {
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        throw new BadValue(
            "`" + value + "` is no time", "a number and a unit: 500ms, 1.5s, 2m or 1h");
      }
      BigDecimal millis =
          new BigDecimal(form.group("number")).multiply(unitMillis(form.group("unit")));
      if (millis.signum() == 0 || millis.compareTo(millis(Request.LONGEST)) > 0) {
        throw new BadValue(
            "a time limit of " + value + " is not possible", "longer than 0 and at most 24h");
      }
      return Duration.ofNanos(Math.max(1, millis.movePointRight(6).longValue()));
    }

    private static BigDecimal unitMillis(String unit) {
      return switch (unit) {
        case "ms" -> BigDecimal.ONE;
        case "s" -> millis(Duration.ofSeconds(1));
        case "m" -> millis(Duration.ofMinutes(1));
        default -> millis(Duration.ofHours(1));
      };
    }

    private static BigDecimal millis(Duration duration) {
      return BigDecimal.valueOf(duration.toMillis());
    }
  }

  /// An amount of memory.
  static final class Memory implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(?<number>\\d{1,9})(?<unit>[kmgKMG])");
    private static final int LEAST_MEGABYTES = 16;

    @Override
    public Long convert(String value) {
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        throw new BadValue("`" + value + "` is no size", "a number and a unit: 512m or 2g");
      }
      long bytes = Long.parseLong(form.group("number")) << shift(form.group("unit"));
      if (bytes >> 20 < LEAST_MEGABYTES) {
        throw new BadValue("a heap of " + value + " is not possible", "16m or more");
      }
      return bytes;
    }

    private static int shift(String unit) {
      return switch (unit.toLowerCase(Locale.ROOT)) {
        case "k" -> 10;
        case "m" -> 20;
        default -> 30;
      };
    }
  }

  /// What to do on a failure.
  static final class Reaction implements ITypeConverter<OnError> {
    @Override
    public OnError convert(String value) {
      return switch (value) {
        case "stop" -> OnError.STOP;
        case "continue" -> OnError.CONTINUE;
        default -> throw new BadValue("`" + value + "` is no way to go on", "stop or continue");
      };
    }
  }

  /// Some parts of the picture; one value to picocli, where a bare set would be many.
  record Picture(Set<Part> parts) {}

  /// Parts of the picture.
  static final class Parts implements ITypeConverter<Picture> {
    @Override
    public Picture convert(String value) {
      Set<Part> parts = EnumSet.noneOf(Part.class);
      if (!value.equals("none")) {
        Arrays.stream(value.split(",", -1)).map(Parts::part).forEach(parts::add);
      }
      return new Picture(parts);
    }

    private static Part part(String word) {
      return Arrays.stream(Part.values())
          .filter(part -> word(part).equals(word.strip().toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> unknown(word));
    }

    private static String word(Part part) {
      return part.name().toLowerCase(Locale.ROOT);
    }

    private static BadValue unknown(String word) {
      String known = Arrays.stream(Part.values()).map(Parts::word).collect(joining(","));
      return new BadValue(
          "`" + word + "` is no part of the picture", known + ", one of them, or none");
    }
  }

  private static int wholeNumber(String value, String what, int least, int most) {
    // underscores between digits, as in Java
    if (!value.matches("-?\\d+(_+\\d+)*")) {
      throw new BadValue("`" + value + "` is no whole number", range(least, most));
    }
    BigDecimal number = new BigDecimal(value.replace("_", ""));
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new BadValue(value + " " + what + " are not possible", range(least, most));
    }
    return number.intValueExact();
  }

  private static String range(int least, int most) {
    return "a whole number from %d to %,d".formatted(least, most);
  }
}
