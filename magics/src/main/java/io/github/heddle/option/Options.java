package io.github.heddle.option;

import io.github.heddle.cell.Fragment;
import io.github.heddle.picture.Part;
import io.github.heddle.plan.Request;
import java.util.Optional;
import java.util.Set;

/// What a magic line asks for, every value checked. Immutable.
///
/// @param over the expression whose elements the tasks are for
/// @param item the name under which the body sees its element
public record Options(
    Request request,
    Optional<Fragment> over,
    String item,
    Variables variables,
    Presentation presentation) {

  /// The variables to be declared in the notebook.
  ///
  /// @param into receives the results
  /// @param run receives the run
  public record Variables(Optional<String> into, Optional<String> run) {}

  /// What is shown under the cell.
  ///
  /// @param picture the parts of the picture; where there is none, only numbers are shown
  /// @param quiet whether only the results are shown
  /// @param save the name of the file that the trace is saved in
  public record Presentation(Set<Part> picture, boolean quiet, Optional<Fragment> save) {
    public Presentation {
      picture = Set.copyOf(picture);
    }
  }
}
