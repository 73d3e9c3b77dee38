package io.github.heddle.kernel.display;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// What every cell can call by its bare name. Any thread may; what a thread shows goes to the cell
/// that started it.
public final class Notebook {
  private Notebook() {}

  /// Shows a value below the cell, as if it were the cell's last expression.
  ///
  /// @return for showing something else in its place
  public static DisplayHandle display(@Nullable Object value) {
    Screen screen = Screen.current();
    return DisplayHandle.show(screen, NotebookRenderer.data(screen, value));
  }

  /// The same, as these MIME types: `display("<b>x</b>", "text/html")`.
  public static DisplayHandle display(Object value, String... types) {
    return DisplayHandle.show(Screen.current(), render(value, types));
  }

  /// Shows a value in place of another.
  ///
  /// @param id of a handle that `display` gave
  public static void updateDisplay(String id, @Nullable Object value) {
    new DisplayHandle(id).update(value);
  }

  /// Shows a value in place of another.
  public static void updateDisplay(DisplayHandle shown, @Nullable Object value) {
    shown.update(value);
  }

  /// The same, as these MIME types.
  public static void updateDisplay(String id, Object value, String... types) {
    new DisplayHandle(id).update(render(value, types));
  }

  /// Takes away what the cell has shown so far.
  public static void clearOutput() {
    clearOutput(false);
  }

  /// Takes away what the cell has shown so far.
  ///
  /// @param wait whether it stays until something else is shown, so that nothing flickers
  public static void clearOutput(boolean wait) {
    Screen.current().clear(wait);
  }

  /// What would be shown of a value.
  public static DisplayData render(@Nullable Object value) {
    return NotebookRenderer.data(Screen.current(), value);
  }

  /// The same, as these MIME types.
  public static DisplayData render(Object value, String... types) {
    return Screen.current().renderer().renderAs(value, types);
  }

  /// Prints below the cell.
  @SuppressWarnings("AnnotateFormatMethod") // the format is the caller's
  public static void printf(String format, @Nullable Object... values) {
    System.out.printf(format, values);
  }

  /// Evaluates Java as a cell of this notebook.
  public static @Nullable Object eval(String source) {
    return BaseNotebookStatics.eval(source);
  }

  /// Calls a line magic: `lineMagic("time", List.of("f()"))`.
  @SuppressWarnings("TypeParameterUnusedInFormals") // as users of the library know it
  public static <T> T lineMagic(String name, List<String> words) {
    return BaseNotebookStatics.lineMagic(name, words);
  }

  /// Calls a cell magic.
  @SuppressWarnings("TypeParameterUnusedInFormals") // as users of the library know it
  public static <T> T cellMagic(String name, List<String> words, String body) {
    return BaseNotebookStatics.cellMagic(name, words, body);
  }
}
