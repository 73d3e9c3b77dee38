package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.evaluation.Inspection;
import java.util.Optional;
import java.util.function.Supplier;

/// What stands at the cursor: signature and documentation.
record InspectHandler(Supplier<Evaluator> evaluator) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    String code = request.text("code");
    int cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
    JavaInCell java = JavaInCell.of(code);
    Optional<Inspection> found =
        java.contains(cursor)
            ? evaluator.get().inspect(java.text(), cursor - java.begin())
            : Optional.empty();
    return Optional.of(Reply.of(content(found)));
  }

  /// Data of a page on a name, if anything is known of it: a type, a variable or a method.
  Optional<JsonObject> page(String name) {
    Evaluator java = evaluator.get();
    return java.inspect(name, name.length())
        .or(() -> java.inspect(name + "()", name.length()))
        .map(InspectHandler::data);
  }

  private static JsonObject data(Inspection inspection) {
    JsonObject data = new JsonObject();
    data.addProperty("text/plain", inspection.text());
    data.addProperty("text/markdown", inspection.markdown());
    return data;
  }

  private static JsonObject content(Optional<Inspection> found) {
    JsonObject content = Reply.ok();
    content.addProperty("found", found.isPresent());
    content.add("data", found.map(InspectHandler::data).orElseGet(JsonObject::new));
    content.add("metadata", new JsonObject());
    return content;
  }
}
