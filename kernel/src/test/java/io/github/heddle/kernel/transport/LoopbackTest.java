package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  @Test
  void whatOneEndSaysTheOtherHears() throws IOException {
    Loopback pair = Loopback.open();
    try (SocketChannel one = pair.one();
        SocketChannel other = pair.other()) {
      one.write(ByteBuffer.wrap("there".getBytes(UTF_8)));
      assertThat(heard(other, 5)).isEqualTo("there");
      other.write(ByteBuffer.wrap("back".getBytes(UTF_8)));
      assertThat(heard(one, 4)).isEqualTo("back");
    }
  }

  @Test
  void aRelayPassesAllOnAndThenTheEnd() throws Exception {
    Loopback in = Loopback.open();
    Loopback out = Loopback.open();
    Thread relay = new Thread(new Relay(in.other(), out.one()));
    relay.start();
    try (SocketChannel from = in.one();
        SocketChannel to = out.other()) {
      from.write(ByteBuffer.wrap("through".getBytes(UTF_8)));
      from.shutdownOutput();
      assertThat(heard(to, 7)).isEqualTo("through");
      assertThat(to.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    relay.join();
    in.other().close();
    out.one().close();
  }

  private static String heard(SocketChannel channel, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // until all is there
    }
    return new String(buffer.array(), 0, buffer.position(), UTF_8);
  }
}
