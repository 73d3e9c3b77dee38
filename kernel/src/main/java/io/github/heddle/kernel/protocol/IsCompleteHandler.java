package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.evaluation.Completeness;
import io.github.heddle.kernel.evaluation.Evaluator;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a console should run the text or wait for more.
record IsCompleteHandler(Supplier<Evaluator> evaluator) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    JavaInCell java = JavaInCell.of(request.text("code"));
    Completeness completeness =
        java.belowMagic() ? new Completeness.Complete() : evaluator.get().completeness(java.text());
    return Optional.of(Reply.of(content(completeness)));
  }

  private static JsonObject content(Completeness completeness) {
    return switch (completeness) {
      case Completeness.Complete() -> Reply.status("complete");
      case Completeness.Invalid() -> Reply.status("invalid");
      case Completeness.Unknown() -> Reply.status("unknown");
      case Completeness.Incomplete(String indent) -> {
        JsonObject content = Reply.status("incomplete");
        content.addProperty("indent", indent);
        yield content;
      }
    };
  }
}
