package io.github.heddle.jupyter;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Host;
import io.github.heddle.option.Options;
import java.util.List;

/// A cell whose body is run once per task.
record MagicBody(CellMagic cell, Host host) {
  /// Compiles the body.
  ///
  /// @throws CellException where there is none, where it does not compile, or where what comes of
  ///   it could not be saved
  CompiledBody compile(Options options) throws CellException {
    if (cell.body().text().isBlank()) {
      throw problem(
          "there is nothing to run",
          "write statements under this line; they are run once per task");
    }
    new SavedTrace(options.presentation().save()).check();
    return host.bodies().compile(new BodySource(cell.body(), options.over(), options.item()));
  }

  /// Why it cannot be run as it is written, at the magic's name.
  CellException refused(IllegalArgumentException refused) {
    return thrown(Problem.at(cell.line().at(), width(), String.valueOf(refused.getMessage())));
  }

  /// The same with a hint.
  CellException problem(String what, String hint) {
    return thrown(Problem.at(cell.line().at(), width(), what).withHint(hint));
  }

  private int width() {
    return cell.line().name().length() + 2;
  }

  private static CellException thrown(Problem problem) {
    return new CellException("MagicError", List.of(problem));
  }
}
