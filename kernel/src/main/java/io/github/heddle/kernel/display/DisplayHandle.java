package io.github.heddle.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// An output that was shown and can be replaced, by any thread, also after its cell ended.
///
/// @param id the display id, as `updateDisplay` takes it
public record DisplayHandle(String id) {
  /// Shows this in its place.
  public void update(@Nullable Object value) {
    update(Screen.current(), value);
  }

  void update(Screen screen, @Nullable Object value) {
    DisplayData data = NotebookRenderer.data(screen, value);
    data.setDisplayId(id);
    screen.update(data);
  }

  /// Shows a value on that screen.
  static DisplayHandle show(Screen screen, DisplayData data) {
    String id = data.hasDisplayId() ? data.getDisplayId() : Screen.newId();
    data.setDisplayId(id);
    screen.show(data);
    return new DisplayHandle(id);
  }
}
