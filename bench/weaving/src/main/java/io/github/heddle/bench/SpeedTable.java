package io.github.heddle.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// Woven beside plain, as a Markdown table. The speed is plain time / woven time; the goal is 0.98.
record SpeedTable(Collection<RunResult> results) {
  private static final String HEAD =
      """

      | code | plain, µs | woven, µs | speed of woven code |
      |---|---|---|---|
      """;

  String text() {
    return Arrays.stream(Kind.values()).map(this::row).collect(Collectors.joining("", HEAD, ""));
  }

  private String row(Kind kind) {
    Result<?> plain = result(kind, Weaving.PLAIN);
    Result<?> woven = result(kind, Weaving.WOVEN);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f ± %.2f | %.2f ± %.2f | %.3f |%n",
        kind.name().toLowerCase(Locale.ROOT),
        plain.getScore(),
        plain.getScoreError(),
        woven.getScore(),
        woven.getScoreError(),
        plain.getScore() / woven.getScore());
  }

  private Result<?> result(Kind kind, Weaving weaving) {
    return results.stream()
        .filter(each -> each.getParams().getParam("kind").equals(kind.name()))
        .filter(each -> each.getParams().getParam("weaving").equals(weaving.name()))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult();
  }
}
