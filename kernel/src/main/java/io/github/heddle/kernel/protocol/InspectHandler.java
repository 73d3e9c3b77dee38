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

  private static JsonObject content(Optional<Inspection> found) {
    JsonObject data = new JsonObject();
    found.ifPresent(inspection -> {
      data.addProperty("text/plain", inspection.text());
      data.addProperty("text/markdown", inspection.markdown());
    });
    JsonObject content = Reply.ok();
    content.addProperty("found", found.isPresent());
    content.add("data", data);
    content.add("metadata", new JsonObject());
    return content;
  }
}
