package io.github.heddle.kernel.display;

import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// Where outputs are shown: below the cell for which the calling thread works. Any thread may use
/// it; nothing here waits.
public interface Screen {
  /// Makes display data of values.
  Renderer renderer();

  /// Shows an output.
  void show(DisplayData data);

  /// Shows this in place of an output that was shown under the same display id.
  void update(DisplayData data);

  /// Takes away what the cell has shown.
  ///
  /// @param wait whether it stays until something else is shown, so that nothing flickers
  void clear(boolean wait);

  /// The kernel's; where no kernel runs, as in a worker process, one that prints text.
  static Screen current() {
    return kernel() instanceof Screen screen ? screen : new Printed(new NotebookRenderer());
  }

  private static Object kernel() {
    try {
      return BaseKernel.notebookKernel();
    } catch (NullPointerException e) {
      return "none"; // what the library throws where no kernel runs
    }
  }

  /// A new display id.
  static String newId() {
    return UUID.randomUUID().toString();
  }

  /// A place for text only, where nothing can be replaced.
  record Printed(Renderer renderer) implements Screen {
    @Override
    public void show(DisplayData data) {
      if (data.getData(MIMEType.TEXT_PLAIN) instanceof String text) {
        System.out.println(text);
      }
    }

    @Override
    public void update(DisplayData data) {
      // what was printed stays
    }

    @Override
    public void clear(boolean wait) {
      // what was printed stays
    }
  }
}
