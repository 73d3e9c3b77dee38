package io.github.heddle.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/// Numbers as people read them: three significant digits and a unit, the same in every locale.
public final class Figures {
  private static final List<String> TIMES = List.of("ns", "µs", "ms", "s");
  private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB");

  private Figures() {}

  /// `2 cores`, `1 core`, `1.5 cores`.
  static String cores(double cores) {
    return plain(cores) + (cores == 1 ? " core" : " cores");
  }

  /// A length of time: `350 ns`, `12.5 µs`, `1.20 s`, `73.4 s`.
  public static String duration(long nanos) {
    return scaled(nanos, TIMES);
  }

  /// From one text to another, what ends both said once: `1.02–1.10 s`, `980 ms–1.02 s`.
  static String range(String from, String to) {
    String unit = to.substring(numberOf(to));
    String low =
        from.substring(numberOf(from)).equals(unit) ? from.substring(0, numberOf(from)) : from;
    return from.equals(to) ? to : low + "–" + to;
  }

  /// Where the number at the beginning of a text ends.
  private static int numberOf(String text) {
    int end = 0;
    while (end < text.length() && "0123456789.,<".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /// An amount of memory in steps of 1000: `512 B`, `1.20 MB`.
  public static String bytes(long bytes) {
    return scaled(bytes, SIZES);
  }

  /// A share of one in whole per cent: `50 %`; a share that is there but small is `<1 %`.
  public static String percent(double share) {
    return share > 0 && share < 0.005 ? "<1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// A plain number to three significant digits: `1.98`, `7.20`, `31.6`, `1,250`.
  public static String number(double value) {
    return value >= 999.5
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%." + decimals(value) + "f", value);
  }

  /// A number without trailing zeros: `2`, `1.5`.
  public static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /// How many of something: `1 task`, `1,000 tasks`, `2 processes`.
  public static String count(long number, String noun) {
    return thousands(number) + " " + (number == 1 ? noun : plural(noun));
  }

  /// A whole number in groups of three digits: `1,000,000`.
  public static String thousands(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String plural(String noun) {
    return noun.endsWith("s") ? noun + "es" : noun + "s";
  }

  private static String scaled(long amount, List<String> units) {
    double value = amount;
    int unit = 0;
    while (value >= 999.5 && unit < units.size() - 1) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 ? Long.toString(amount) : number(value)) + " " + units.get(unit);
  }

  private static int decimals(double value) {
    if (value >= 99.95) {
      return 0;
    }
    return value >= 9.995 ? 1 : 2;
  }
}
