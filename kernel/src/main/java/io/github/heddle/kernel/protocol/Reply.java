package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.execution.ErrorReport;

/// What a request is answered with.
record Reply(JsonObject content, JsonObject metadata) {
  static Reply of(JsonObject content) {
    return new Reply(content, new JsonObject());
  }

  /// An empty content with `status: ok`.
  static JsonObject ok() {
    return status("ok");
  }

  static JsonObject status(String status) {
    JsonObject content = new JsonObject();
    content.addProperty("status", status);
    return content;
  }

  static Reply error(ErrorReport error) {
    JsonObject content = status("error");
    error.json().asMap().forEach(content::add);
    return of(content);
  }
}
