package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.execution.CellRunner;
import java.util.Optional;

/// Stops the cell that is running.
record InterruptHandler(CellRunner cells) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    cells.stop();
    return Optional.of(Reply.of(Reply.ok()));
  }
}
