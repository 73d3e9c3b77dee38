package io.github.heddle.kernel.execution;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.kernel.display.DisplayHandle;
import io.github.heddle.picture.Bundle;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.jspecify.annotations.Nullable;

/// Something to be shown in several MIME types.
///
/// @param content `data`, `metadata` and perhaps `transient`, as the protocol has them
/// @param result whether it is the value of the cell, which stands beside the cell's number
public record Output(JsonObject content, boolean result) {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /// What shows a value, which may run code of the cell; nothing for null, and for the handle of
  /// what is shown already.
  static Optional<Output> of(@Nullable Object value, Renderer renderer) {
    return Optional.ofNullable(value)
        .filter(shown -> !(shown instanceof DisplayHandle))
        .map(shown ->
            new Output(
                json(rendered(shown, renderer)),
                !(shown instanceof Run<?> || shown instanceof Comparison<?>)));
  }

  /// What shows display data.
  public static JsonObject json(DisplayData data) {
    JsonObject json = GSON.toJsonTree(data).getAsJsonObject();
    if (!json.has("metadata")) {
      json.add("metadata", new JsonObject());
    }
    return json;
  }

  /// What shows a bundle, and shows it in place of one that was shown before under the same name.
  static JsonObject json(Bundle bundle, String displayId) {
    JsonObject json = GSON.toJsonTree(bundle).getAsJsonObject();
    JsonObject names = new JsonObject();
    names.addProperty("display_id", displayId);
    json.add("transient", names);
    return json;
  }

  /// The plain text of it, or nothing.
  public String plainText() {
    JsonElement text = content.getAsJsonObject("data").get("text/plain");
    return text == null ? "" : text.getAsString();
  }

  private static DisplayData rendered(Object value, Renderer renderer) {
    return value instanceof DisplayData data ? data : renderer.render(value);
  }
}
