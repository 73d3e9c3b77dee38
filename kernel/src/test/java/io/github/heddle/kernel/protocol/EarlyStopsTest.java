package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyStopsTest {
  private boolean anything;
  private int stops;
  private long announced;
  private final EarlyStops early = new EarlyStops(this::stop, () -> ++announced);

  private boolean stop() {
    stops++;
    return anything;
  }

  @Test
  void aStopThatOvertookItsCellStopsIt() {
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:00.000002Z"));
    assertThat(early.announce(request("execute_request", "one", "2026-01-01T00:00:00.000001Z")))
        .isEqualTo(1);
    assertThat(stops).isEqualTo(2);
  }

  @Test
  void itStopsNoMoreThanOneCell() {
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:03Z"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:01Z"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:02Z"));
    assertThat(stops).isEqualTo(2);
  }

  @Test
  void aCellThatWasSentLaterRuns() {
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:01+00:00"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:02+00:00"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:00+00:00"));
    assertThat(stops).isEqualTo(1);
  }

  @Test
  void clocksOfTwoSessionsAreNotCompared() {
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:02Z"));
    early.announce(request("execute_request", "two", "2026-01-01T00:00:01Z"));
    assertThat(stops).isEqualTo(1);
  }

  @Test
  void aStopThatFoundItsCellIsNotRemembered() {
    anything = true;
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:02Z"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:01Z"));
    assertThat(stops).isEqualTo(1);
  }

  @Test
  void messagesOfCommsAreNotMeant() {
    early.stop(request("interrupt_request", "one", "2026-01-01T00:00:03Z"));
    early.announce(request("comm_msg", "one", "2026-01-01T00:00:01Z"));
    assertThat(stops).isEqualTo(1);
    early.announce(request("execute_request", "one", "2026-01-01T00:00:02Z"));
    assertThat(stops).isEqualTo(2);
  }

  @Test
  void withoutADateNothingIsRemembered() {
    early.stop(request("interrupt_request", "one", "yesterday"));
    early.announce(request("execute_request", "one", "2026-01-01T00:00:01Z"));
    assertThat(stops).isEqualTo(1);
  }

  private static Request request(String type, String session, String date) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_type", type);
    header.addProperty("session", session);
    header.addProperty("date", date);
    JsonObject empty = new JsonObject();
    return Request.of(
        Channel.SHELL, new Message(List.of(), header, empty, empty, empty, List.of()));
  }
}
