package io.github.heddle.kernel.output;

/// A cell waits for input that nobody can type. Unchecked, because [java.util.Scanner] keeps
/// [java.io.IOException]s for itself and would only say that there is no line.
public final class NoInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoInputException() {
    super(
        "nobody can be asked for input here: the notebook is run by a program (allow_stdin is"
            + " false). Run the cell in JupyterLab, or write the value into it");
  }
}
