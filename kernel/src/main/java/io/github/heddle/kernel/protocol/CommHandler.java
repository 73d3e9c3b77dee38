package io.github.heddle.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.heddle.cell.Cell;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.execution.Ending;
import io.github.heddle.kernel.output.Publisher;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/// Hands messages of comms to their listeners, which are code of the notebook and run like a cell,
/// those of a subshell beside the cell that is running.
final class CommHandler implements Handler {
  private final Comms comms;
  private final LibraryReplies replies;
  private final CellRunner cells;
  private final Publisher publisher;

  CommHandler(Comms comms, LibraryReplies replies, CellRunner cells, Publisher publisher) {
    this.comms = comms;
    this.replies = replies;
    this.cells = cells;
    this.publisher = publisher;
  }

  @Override
  public Optional<Reply> handle(Request request) {
    try (CellRunner.Course course = begin(request)) {
      if (course.call(() -> deliver(request)) instanceof Ending.Failed(var error)) {
        publisher.show(request.origin(), "error", error.json());
      }
    }
    return Optional.empty();
  }

  private CellRunner.Course begin(Request request) {
    return request.subshell().isPresent()
        ? cells.beside(request.origin())
        : cells.begin(new Cell(0, ""), request.origin(), request.announced());
  }

  private void deliver(Request request) {
    String id = request.text("comm_id");
    JsonElement sent = request.message().content().get("data");
    JsonObject data = sent instanceof JsonObject object ? object : new JsonObject();
    switch (request.type()) {
      case "comm_open" ->
          comms.handleCommOpenCommand(
              replies,
              LibraryMessages.toLibrary(
                  request.message(),
                  MessageType.COMM_OPEN_COMMAND,
                  new CommOpenCommand(id, request.text("target_name"), data)));
      case "comm_msg" ->
          comms.handleCommMsgCommand(
              replies,
              LibraryMessages.toLibrary(
                  request.message(), MessageType.COMM_MSG_COMMAND, new CommMsgCommand(id, data)));
      default ->
          comms.handleCommCloseCommand(
              replies,
              LibraryMessages.toLibrary(
                  request.message(),
                  MessageType.COMM_CLOSE_COMMAND,
                  new CommCloseCommand(id, data)));
    }
  }
}
