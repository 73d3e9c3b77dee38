package io.github.heddle.kernel.display;

import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// The library's renderer, which also knows collections of records and maps, arrays, and how much
/// text a page bears. What extensions registered is rendered as they say.
public final class NotebookRenderer extends Renderer {
  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return bearable(special(value).orElseGet(() -> super.render(value, parameters)));
  }

  /// What shows a value: display data as it is, null as text.
  static DisplayData data(Screen screen, @Nullable Object value) {
    return switch (value) {
      case null -> new DisplayData("null");
      case DisplayData data -> data;
      default -> screen.renderer().render(value);
    };
  }

  private static Optional<DisplayData> special(Object value) {
    if (value instanceof DisplayDataRenderable) {
      return Optional.empty();
    }
    return Tables.of(value).map(Table::data).or(() -> array(value));
  }

  private static Optional<DisplayData> array(Object value) {
    return value.getClass().isArray()
        ? Optional.of(new DisplayData(ValueText.ofArray(value)))
        : Optional.empty();
  }

  private static DisplayData bearable(DisplayData data) {
    if (data.getData(MIMEType.TEXT_PLAIN) instanceof String text) {
      data.putText(ValueText.bearable(text));
    }
    return data;
  }
}
