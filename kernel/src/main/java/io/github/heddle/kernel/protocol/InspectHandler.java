package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.evaluation.Inspection;
import io.github.heddle.kernel.magic.MagicHelp;
import java.util.Optional;
import java.util.function.Supplier;

/// What stands at the cursor: signature and documentation.
record InspectHandler(Supplier<Evaluator> evaluator) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    String code = request.text("code");
    int cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
    Optional<Inspection> found =
        MagicNames.inLineAt(code, cursor)
            .map(InspectHandler::magic)
            .orElseGet(() -> java(code, cursor));
    return Optional.of(Reply.of(content(found)));
  }

  private static Optional<Inspection> magic(String name) {
    return MagicHelp.find(name)
        .map(help -> new Inspection(help, "```text\n" + help.stripTrailing() + "\n```"));
  }

  private Optional<Inspection> java(String code, int cursor) {
    JavaInCell java = JavaInCell.of(code);
    return java.contains(cursor)
        ? evaluator.get().inspect(java.text(), cursor - java.begin())
        : Optional.empty();
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
