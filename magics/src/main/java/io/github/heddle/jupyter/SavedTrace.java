package io.github.heddle.jupyter;

import io.github.heddle.Run;
import io.github.heddle.TraceFile;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Problem;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file that a magic line asks to save its runs in, if it does. A name that is not absolute is
/// one in the directory of the notebook, which is where the kernel works.
///
/// @param name as it stands on the line
record SavedTrace(Optional<Fragment> name) {
  /// Refuses, before anything is run, what cannot be saved.
  ///
  /// @throws CellException at the name
  void check() throws CellException {
    if (name.isPresent()) {
      Optional<String> problem = file(name.get()).problem();
      if (problem.isPresent()) {
        throw problem(name.get(), problem.get());
      }
    }
  }

  /// Writes the runs.
  ///
  /// @return where they are now; empty where nothing was to be saved
  /// @throws CellException at the name, where they could not be written
  Optional<String> save(List<? extends Run<?>> runs) throws CellException {
    try {
      return name.isPresent() ? Optional.of(file(name.get()).save(runs)) : Optional.empty();
    } catch (IOException failure) {
      throw problem(name.orElseThrow(), "the trace could not be saved: " + failure);
    }
  }

  private static TraceFile file(Fragment name) throws CellException {
    try {
      return new TraceFile(Path.of(name.text()));
    } catch (InvalidPathException noPath) {
      throw problem(name, String.valueOf(noPath.getMessage()));
    }
  }

  private static CellException problem(Fragment name, String what) {
    Problem problem = Problem.at(name.at(), name.text().length(), what);
    return new CellException(
        "MagicError", List.of(problem.withHint("a file in a directory that exists")));
  }
}
