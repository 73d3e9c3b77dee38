package io.github.heddle.kernel.magic;

import io.github.heddle.cell.Cell;
import java.util.Objects;

/// Code that was loaded could not be run to its end; the cause says why.
public final class LoadFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Cell text;

  /// @param name what the code is called, such as `lesson.ipynb, cell 3`
  public LoadFailed(String name, Cell text, Throwable cause) {
    super(name, cause);
    this.name = name;
    this.text = text;
  }

  /// What went wrong.
  public Throwable reason() {
    return Objects.requireNonNull(getCause());
  }

  /// What the code is called.
  public String name() {
    return name;
  }

  /// The code.
  public Cell text() {
    return text;
  }
}
