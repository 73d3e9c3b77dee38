package io.github.heddle.option;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The models named on the line of `%%compare`, checked against those there are.
record ModelNames(List<String> known) {
  /// Where none is named. Models that are not there are left out.
  private static final List<String> USUAL = List.of("sequential", "async", "threads", "processes");

  List<String> orUsual(List<String> named) {
    return named.isEmpty() ? USUAL.stream().filter(known::contains).toList() : named;
  }

  void check(List<String> named, Findings findings) {
    Set<String> seen = new HashSet<>();
    List<String> reported = new ArrayList<>();
    for (String name : named) {
      if (!known.contains(name) && !reported.contains(name)) {
        findings.addWord(name, "`" + name + "` is no model", hint(name));
        reported.add(name);
      } else if (!seen.add(name) && !reported.contains(name)) {
        findings.addSecondWord(name, name + " is named twice", "leave out one of them");
        reported.add(name);
      }
    }
  }

  private String hint(String name) {
    return name.matches("\\d+")
        ? "for " + name + " tasks: -n " + name
        : Closest.to(name, known)
            .map(model -> "did you mean " + model + "?")
            .orElse("models are " + String.join(", ", known));
  }
}
