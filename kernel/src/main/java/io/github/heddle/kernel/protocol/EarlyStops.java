package io.github.heddle.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Stops that are read before the cell that they are for, as control and shell are two sockets. A
/// stop that finds nothing to stop is remembered, and stops the next cell of the same session if
/// that was sent before it: both dates are told by one clock. Where stops come from another session
/// than cells, as from a server in whose browser the cells are written, two clocks would decide,
/// and nothing is remembered. Any thread.
final class EarlyStops {
  /// When a session sent something, by its own clock.
  private record Sent(String session, Instant date) {}

  private final BooleanSupplier stop;
  private final LongSupplier announce;
  private Optional<Sent> early = Optional.empty();

  /// @param stop stops what there is, and says whether there was anything
  /// @param announce announces a cell, and gives its number
  EarlyStops(BooleanSupplier stop, LongSupplier announce) {
    this.stop = stop;
    this.announce = announce;
  }

  /// Stops what there is, or what was sent before this and arrives next.
  synchronized void stop(Request interrupt) {
    early = stop.getAsBoolean() ? Optional.empty() : sent(interrupt);
  }

  /// Announces what will run code of the notebook.
  ///
  /// @return its number
  synchronized long announce(Request request) {
    long number = announce.getAsLong();
    if (request.type().equals("execute_request")) {
      sent(request).ifPresent(this::meet);
    }
    return number;
  }

  private void meet(Sent cell) {
    Optional<Sent> met = early.filter(each -> each.session.equals(cell.session));
    if (met.isPresent()) {
      early = Optional.empty();
    }
    if (met.filter(each -> cell.date.isBefore(each.date)).isPresent()) {
      boolean _ = stop.getAsBoolean(); // the cell was announced, so there is
    }
  }

  /// Nothing where the header does not say it as the protocol wants.
  private static Optional<Sent> sent(Request request) {
    JsonObject header = request.message().header();
    try {
      return Optional.of(
          new Sent(
              text(header.get("session")),
              OffsetDateTime.parse(text(header.get("date"))).toInstant()));
    } catch (DateTimeException undated) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable JsonElement element) {
    return element == null || !element.isJsonPrimitive() ? "" : element.getAsString();
  }
}
