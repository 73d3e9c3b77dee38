package io.github.heddle.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.ship.Parcel;
import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.State;
import io.github.heddle.trace.ThreadRow;
import io.github.heddle.trace.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FramesTest {
  private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
  private final FrameWriter out = new FrameWriter(pipe);

  @Test
  void newsArriveAsTheyWereSaid() throws IOException {
    List<News> said =
        List.of(
            new News.Hello(1),
            new News.Pong(7),
            new News.Ready(),
            new News.Unfit("why ✓"),
            new News.Printed(true, "line\n"),
            new News.Returned(List.of(4, 5)),
            new News.Seen(
                Optional.of(new News.Underway(3, 8)),
                OptionalLong.of(9),
                List.of(
                    new ThreadRow(1, 2, 3, 4, OptionalInt.of(5)),
                    new ThreadRow(1, 2, 3, 4, OptionalInt.empty())),
                List.of(
                    new MemoryReading(1, OptionalLong.of(2), 3, OptionalLong.of(4)),
                    new MemoryReading(5, OptionalLong.empty(), 6, OptionalLong.empty())),
                List.of(
                    new Look(3, State.RUNNING, 10, 11, new CodeLine("cell 7", 3)),
                    new Look(4, State.WAITING, 12, 13, new CodeLine("cell ✓", 1))),
                6_000_000_000L),
            new News.Seen(
                Optional.empty(), OptionalLong.empty(), List.of(), List.of(), List.of(), 0),
            new News.Used(Usage.UNKNOWN, true, false));
    for (News news : said) {
      NewsFrames.write(news, out);
    }
    out.flush();

    FrameReader in = reader();
    for (News news : said) {
      assertThat(NewsFrames.read(in)).isEqualTo(news);
    }
    assertThatThrownBy(() -> NewsFrames.read(in)).isInstanceOf(EOFException.class);
    assertThat(in.read()).isEqualTo(out.written()).isEqualTo(pipe.size());
  }

  @Test
  void arraysOfEveryKindArriveAsTheyWere() throws IOException {
    boolean[] flags = new boolean[70_000];
    flags[69_999] = true;
    List<Object> arrays =
        List.of(
            new byte[] {1, -2},
            "text".toCharArray(),
            new short[] {-3},
            new int[] {4, 5},
            new float[] {6.5f},
            new long[] {7, Long.MIN_VALUE},
            new double[] {Math.PI},
            flags,
            new int[0]);
    Orders.write(new Order.Perform(2, Optional.of(new Parcel(new byte[] {9}, arrays))), out);
    Orders.write(new Order.End(), out);
    out.flush();

    FrameReader in = reader();
    Order.Perform read = (Order.Perform) Orders.read(in);
    assertThat(Arrays.deepEquals(read.element().orElseThrow().arrays().toArray(), arrays.toArray()))
        .isTrue();
    assertThat(Orders.read(in)).isEqualTo(new Order.End());
  }

  @Test
  void frameThatIsCutOffIsAnEnd() throws IOException {
    NewsFrames.write(new News.Unfit("a long enough reason"), out);
    out.flush();
    byte[] half = Arrays.copyOf(pipe.toByteArray(), 12);

    assertThatThrownBy(() -> NewsFrames.read(new FrameReader(new ByteArrayInputStream(half))))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNoFrameIsRefused() {
    byte[] text = new byte[] {-1, -1, -1, -1, 0};

    assertThatThrownBy(() -> NewsFrames.read(new FrameReader(new ByteArrayInputStream(text))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no frame");
  }

  private FrameReader reader() {
    return new FrameReader(new ByteArrayInputStream(pipe.toByteArray()));
  }
}
