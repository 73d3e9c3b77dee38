package io.github.heddle.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.heddle.cell.Cell;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.execution.Ending;
import io.github.heddle.kernel.execution.ErrorReport;
import io.github.heddle.kernel.execution.Output;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.transport.Session;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs a cell: tells its input, then its value or its error. Used on one thread.
final class ExecuteHandler implements Handler {
  private final CellRunner cells;
  private final Publisher publisher;
  private final Session session;
  private final History history;
  private final InspectHandler pages;
  private final Consumer<Request> abortWaiting;
  private int nextNumber = 1;

  /// @param pages knows what a cell that ends with `name?` asks for
  /// @param abortWaiting called when a cell failed after which the waiting ones shall not run
  ExecuteHandler(
      CellRunner cells,
      Publisher publisher,
      Log log,
      InspectHandler pages,
      Consumer<Request> abortWaiting) {
    this.cells = cells;
    this.publisher = publisher;
    this.session = log.session;
    this.history = log.history;
    this.pages = pages;
    this.abortWaiting = abortWaiting;
  }

  /// What remembers the cells.
  record Log(Session session, History history) {}

  @Override
  public Optional<Reply> handle(Request request) {
    String started = session.timestamp();
    Cell cell = new Cell(nextNumber, request.text("code"));
    boolean counted = request.flag("store_history", true) && request.origin().visible();
    if (counted) {
      nextNumber++;
    }
    publisher.show(request.origin(), "execute_input", input(cell));
    Reply reply = run(cell, request, counted);
    reply.metadata().addProperty("started", started);
    reply.metadata().add("status", reply.content().get("status"));
    return Optional.of(reply);
  }

  private Reply run(Cell cell, Request request, boolean counted) {
    Optional<PageAsked> asked = PageAsked.in(cell.text());
    Cell java = asked.map(page -> new Cell(cell.number(), page.before())).orElse(cell);
    try (CellRunner.Course course = cells.begin(java, request.origin(), request.announced())) {
      Ending ending = course.run();
      publisher.finishLines(request.origin());
      if (counted) {
        history.add(new History.Entry(cell.number(), cell.text(), text(ending)));
      }
      Reply reply =
          switch (ending) {
            case Ending.Finished(Optional<Output> value) -> {
              value.ifPresent(output -> show(output, cell, request));
              yield replied(asked, cell, request);
            }
            case Ending.Failed(ErrorReport error) -> failed(error, cell, request);
          };
      course.left().ifPresent(note -> publisher.show(request.origin(), "display_data", note));
      if (ending instanceof Ending.Finished) {
        reply.content().add("user_expressions", expressions(course, request));
      }
      return reply;
    }
  }

  private Reply replied(Optional<PageAsked> asked, Cell cell, Request request) {
    return asked
        .map(page -> paged(page, cell, request))
        .orElseGet(() -> finished(cell, new JsonArray()));
  }

  private Reply paged(PageAsked asked, Cell cell, Request request) {
    return pages
        .page(asked.name())
        .map(data -> finished(cell, payload(data)))
        .orElseGet(() -> failed(unknown(asked.name()), cell, request));
  }

  private static ErrorReport unknown(String name) {
    return ErrorReport.of(
        "NothingKnown",
        "there is nothing on %s: no variable, type or method of that name".formatted(name));
  }

  private static JsonArray payload(JsonObject data) {
    JsonObject page = new JsonObject();
    page.addProperty("source", "page");
    page.add("data", data);
    page.addProperty("start", 0);
    JsonArray payload = new JsonArray();
    payload.add(page);
    return payload;
  }

  private void show(Output output, Cell cell, Request request) {
    JsonObject content = output.content();
    if (output.result()) {
      content.addProperty("execution_count", cell.number());
    }
    String type = output.result() ? "execute_result" : "display_data";
    publisher.show(request.origin(), type, content);
  }

  private static Reply finished(Cell cell, JsonArray payload) {
    JsonObject content = Reply.ok();
    content.addProperty("execution_count", cell.number());
    content.add("payload", payload);
    return Reply.of(content);
  }

  private Reply failed(ErrorReport error, Cell cell, Request request) {
    if (request.flag("stop_on_error", true) && request.origin().visible()) {
      abortWaiting.accept(request);
    }
    publisher.show(request.origin(), "error", error.json());
    Reply reply = Reply.error(error);
    reply.content().addProperty("execution_count", cell.number());
    return reply;
  }

  private static JsonObject expressions(CellRunner.Course course, Request request) {
    JsonObject values = new JsonObject();
    JsonElement asked = request.message().content().get("user_expressions");
    if (asked instanceof JsonObject expressions) {
      for (Map.Entry<String, JsonElement> expression : expressions.entrySet()) {
        values.add(expression.getKey(), value(expression.getValue(), course));
      }
    }
    return values;
  }

  private static JsonObject value(JsonElement expression, CellRunner.Course course) {
    return expression instanceof JsonPrimitive text && text.isString()
        ? value(course.evaluate(text.getAsString()))
        : Reply.error(ErrorReport.of("NoExpression", "not a text: " + expression)).content();
  }

  private static JsonObject value(Ending ending) {
    return switch (ending) {
      case Ending.Failed(ErrorReport error) -> Reply.error(error).content();
      case Ending.Finished(Optional<Output> value) -> {
        JsonObject content = value.map(Output::content).orElseGet(ExecuteHandler::nothing);
        content.addProperty("status", "ok");
        yield content;
      }
    };
  }

  private static JsonObject nothing() {
    JsonObject content = new JsonObject();
    content.add("data", new JsonObject());
    content.add("metadata", new JsonObject());
    return content;
  }

  private static JsonObject input(Cell cell) {
    JsonObject content = new JsonObject();
    content.addProperty("code", cell.text());
    content.addProperty("execution_count", cell.number());
    return content;
  }

  private static String text(Ending ending) {
    return ending instanceof Ending.Finished(Optional<Output> value)
        ? value.map(Output::plainText).orElse("")
        : "";
  }
}
