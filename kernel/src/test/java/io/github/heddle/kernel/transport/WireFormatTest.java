package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
  private static final String HEADER = "{\"msg_id\":\"m1\",\"msg_type\":\"t\",\"more\":[1]}";

  private WireFormat format;

  @BeforeEach
  void key() throws Exception {
    format = new WireFormat(new HMACGenerator("hmac-sha256", "key"));
  }

  @Test
  void aMessageSurvivesTheWire() throws Exception {
    Message message = message("{\"text\":\"é😀 <b>&</b>\",\"none\":null}");

    Message read = format.decode(format.encode(message));

    assertThat(read.id()).isEqualTo("m1");
    assertThat(read.type()).isEqualTo("t");
    assertThat(read.header()).isEqualTo(message.header());
    assertThat(read.content()).isEqualTo(message.content());
    assertThat(read.identities()).containsExactly("me".getBytes(UTF_8));
    assertThat(read.buffers()).containsExactly(new byte[] {0, -1});
  }

  @Test
  void markupIsNotEscaped() {
    List<byte[]> frames = format.encode(message("{\"html\":\"<b>&'=</b>\"}"));

    assertThat(new String(frames.get(6), UTF_8)).isEqualTo("{\"html\":\"<b>&'=</b>\"}");
  }

  @Test
  void whatWasChangedOnTheWayIsRefused() {
    assertThatThrownBy(() -> format.decode(changed(6, content -> "{}")))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("signature");
  }

  @Test
  void withoutAKeyNothingIsSigned() throws Exception {
    WireFormat open = new WireFormat(HMACGenerator.NO_AUTH_INSTANCE);

    assertThat(open.decode(open.encode(message("{}"))).id()).isEqualTo("m1");
    assertThat(open.encode(message("{}")).get(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msg_id\":\"1\"}",
        "{\"msg_type\":\"t\"}",
        "[]",
        "x{",
        "{\"msg_id\":{},\"msg_type\":\"t\"}"
      })
  void aHeaderWithoutTheEssentialsIsRefused(String header) {
    WireFormat open = new WireFormat(HMACGenerator.NO_AUTH_INSTANCE);
    List<byte[]> frames = new ArrayList<>(open.encode(message("{}")));
    frames.set(3, header.getBytes(UTF_8));

    assertThatThrownBy(() -> open.decode(frames)).isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void tooFewFramesAreRefused() {
    assertThatThrownBy(() -> format.decode(List.of("nonsense".getBytes(UTF_8))))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("delimiter");
    assertThatThrownBy(() -> format.decode(format.encode(message("{}")).subList(0, 5)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("frames");
  }

  private List<byte[]> changed(int frame, UnaryOperator<String> change) {
    List<byte[]> frames = new ArrayList<>(format.encode(message("{\"a\":1}")));
    frames.set(frame, change.apply(new String(frames.get(frame), UTF_8)).getBytes(UTF_8));
    return frames;
  }

  private static Message message(String content) {
    return new Message(
        List.of("me".getBytes(UTF_8)),
        JsonParser.parseString(HEADER).getAsJsonObject(),
        new JsonObject(),
        new JsonObject(),
        JsonParser.parseString(content).getAsJsonObject(),
        List.of(new byte[] {0, -1}));
  }
}
