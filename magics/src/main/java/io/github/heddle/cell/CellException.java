package io.github.heddle.cell;

import java.util.List;
import java.util.stream.Collectors;

/// A cell that cannot be run as it is written; the kernel shows each problem at its line of the
/// cell.
public final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final transient List<Problem> problems;

  /// @param kind the error's name as the front end shows it, such as `CompileError` or `MagicError`
  /// @param problems at least one
  public CellException(String kind, List<Problem> problems) {
    super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    this.kind = kind;
    this.problems = List.copyOf(problems);
  }

  /// The error's name as the front end shows it.
  public String kind() {
    return kind;
  }

  /// What is wrong, in the order of the text.
  public List<Problem> problems() {
    return problems;
  }
}
