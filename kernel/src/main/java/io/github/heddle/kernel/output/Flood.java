package io.github.heddle.kernel.output;

import java.util.Locale;
import java.util.Optional;

/// What one request prints, which is shown up to a bound; a front end has to keep all that is
/// shown, and a browser gives up long before this. The rest goes to a file that a last line names.
/// Not for several threads at once.
final class Flood {
  private final long bound;
  private long shown;
  private Optional<RestOfOutput> rest = Optional.empty();

  /// @param bound how many characters are shown
  Flood(long bound) {
    this.bound = bound;
  }

  /// Text that was printed.
  ///
  /// @return what of it is shown
  Optional<String> through(String text) {
    if (rest.isPresent()) {
      rest.get().add(text);
      return Optional.empty();
    }
    shown += text.length();
    return Optional.of(shown < bound ? text : text + lastLine());
  }

  private String lastLine() {
    RestOfOutput opened = RestOfOutput.open();
    rest = Optional.of(opened);
    return String.format(Locale.ROOT, "\n[%,d characters are shown; %s]\n", shown, opened.where());
  }
}
