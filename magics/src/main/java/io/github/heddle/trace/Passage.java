package io.github.heddle.trace;

/// Where a task was seen last before a slice during which nobody looked, and where it was seen
/// first after it: between the two and the slice it did nothing but compute and wait for cores.
public record Passage(CodeLine before, CodeLine after) {
  /// `cell 4, line 2 before, 5 after`; `cell 4, line 2 before and after`.
  public String text() {
    if (before.equals(after)) {
      return before.text() + " before and after";
    }
    boolean sameSource = before.source().equals(after.source());
    return before.text() + " before, " + (sameSource ? after.number() : after.text()) + " after";
  }
}
