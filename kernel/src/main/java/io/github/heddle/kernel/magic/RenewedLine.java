package io.github.heddle.kernel.magic;

import io.github.heddle.kernel.display.Screen;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// A line below the cell: each text takes the place of the one before. Any thread of the cell.
final class RenewedLine implements Consumer<String> {
  private final Screen screen;
  private final String id = Screen.newId();
  private boolean shown;

  RenewedLine(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void accept(String text) {
    DisplayData data = new DisplayData(text);
    data.setDisplayId(id);
    if (shown) {
      screen.update(data);
    } else {
      shown = true;
      screen.show(data);
    }
  }
}
