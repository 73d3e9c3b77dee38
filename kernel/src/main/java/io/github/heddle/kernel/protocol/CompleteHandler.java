package io.github.heddle.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import io.github.heddle.kernel.evaluation.Evaluator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/// What could stand at the cursor: Java, the name of a magic or one of its options.
record CompleteHandler(Supplier<Evaluator> evaluator, MagicsRegistry magics) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    String code = request.text("code");
    int cursor = CodePoints.toIndex(code, request.number("cursor_pos", Integer.MAX_VALUE));
    Completions found =
        MagicNames.at(code, cursor, magics)
            .or(() -> MagicNames.optionsAt(code, cursor))
            .orElseGet(() -> java(code, cursor));
    return Optional.of(Reply.of(content(code, found)));
  }

  private Completions java(String code, int cursor) {
    JavaInCell java = JavaInCell.of(code);
    if (!java.contains(cursor)) {
      return new Completions(cursor, cursor, List.of());
    }
    Completions found = evaluator.get().complete(java.text(), cursor - java.begin());
    Completions inside = Qualified.in(java.text(), found);
    return new Completions(
        inside.start() + java.begin(), inside.end() + java.begin(), inside.completions());
  }

  private static JsonObject content(String code, Completions found) {
    int start = CodePoints.before(code, found.start());
    int end = CodePoints.before(code, found.end());
    JsonArray matches = new JsonArray();
    JsonArray types = new JsonArray();
    for (Completion completion : found.completions()) {
      matches.add(completion.text());
      types.add(typed(completion, start, end));
    }
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", types);
    JsonObject content = Reply.ok();
    content.add("matches", matches);
    content.addProperty("cursor_start", start);
    content.addProperty("cursor_end", end);
    content.add("metadata", metadata);
    return content;
  }

  private static JsonObject typed(Completion completion, int start, int end) {
    JsonObject typed = new JsonObject();
    typed.addProperty("start", start);
    typed.addProperty("end", end);
    typed.addProperty("text", completion.text());
    typed.addProperty("type", completion.type());
    typed.addProperty("signature", completion.signature());
    return typed;
  }
}
