package io.github.heddle.kernel.execution;

import io.github.heddle.cell.Argument;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.cell.Problem;
import io.github.heddle.kernel.magic.UnresolvedLibraryException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// Calls the magics that are registered with a kernel.
record Magics(BaseKernel kernel) {
  /// @throws CellException if there is no such magic
  @Nullable Object call(MagicLine line, Fragment body) throws Exception {
    check(line, "%%", registry().getCellMagicNames());
    return registry().evalCellMagic(kernel, line.name(), arguments(line), body.text());
  }

  /// @throws CellException if there is no such magic, or its words are of no use to it
  @Nullable Object call(MagicLine line) throws Exception {
    check(line, "%", registry().getLineMagicNames());
    try {
      return registry().evalLineMagic(kernel, line.name(), arguments(line));
    } catch (IllegalArgumentException | UnresolvedLibraryException e) {
      if (Stream.of(e.getStackTrace()).anyMatch(FrameText::isCell)) {
        throw e; // by the code that it runs
      }
      throw new CellException("MagicError", List.of(refused(line, e)));
    }
  }

  /// Points at the word that the message names, or else at the magic.
  private static Problem refused(MagicLine line, Exception refusal) {
    String message = Objects.requireNonNullElse(refusal.getMessage(), refusal.toString());
    return line.arguments().stream()
        .filter(word -> !word.text().isEmpty() && message.contains(word.text()))
        .findFirst()
        .map(word -> Problem.at(word.at(), word.length(), message))
        .orElseGet(() -> Problem.at(line.at(), line.name().length() + 1, message));
  }

  private MagicsRegistry registry() {
    return kernel.getMagicsRegistry();
  }

  private static List<String> arguments(MagicLine line) {
    return line.arguments().stream().map(Argument::text).toList();
  }

  private static void check(MagicLine line, String percent, Set<String> known)
      throws CellException {
    if (!known.contains(line.name())) {
      String named = percent + line.name();
      Problem problem = Problem.at(line.at(), named.length(), "there is no magic " + named);
      throw new CellException(
          "MagicError", List.of(problem.withHint(hint(line.name(), percent, known))));
    }
  }

  private static String hint(String name, String percent, Set<String> known) {
    String all =
        known.isEmpty()
            ? "there are none"
            : "there are " + percent + String.join(" " + percent, new TreeSet<>(known));
    return Nearest.to(name, known)
        .map(nearest -> "did you mean " + percent + nearest + "? " + all)
        .orElse(all);
  }
}
