package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
  private final Session session =
      new Session(InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")));

  @Test
  void datesHaveMicroseconds() {
    assertThat(session.timestamp()).isEqualTo("2026-11-21T10:00:00.000000Z");
  }

  @Test
  void everyMessageHasItsOwnName() {
    assertThat(session.header("a").get("msg_id")).isNotEqualTo(session.header("a").get("msg_id"));
  }

  @Test
  void messagesAreDatedWhenTheyAreSent() {
    JsonObject header = session.header("status");
    JsonObject none = new JsonObject();

    Message dated = session.dated(new Message(List.of(), header, none, none, none, List.of()));

    assertThat(header.has("date")).isFalse();
    assertThat(dated.header().get("date").getAsString()).isEqualTo(session.timestamp());
    assertThat(dated.header().get("session").getAsString()).isEqualTo(session.id());
  }

  @Test
  void topicsNameTheKernelAndTheType() {
    assertThat(new String(session.topic("stream"), UTF_8))
        .isEqualTo("kernel." + session.id() + ".stream");
  }
}
