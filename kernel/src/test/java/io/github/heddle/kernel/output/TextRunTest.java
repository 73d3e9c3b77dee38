package io.github.heddle.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextRunTest {
  private final Origin cell = origin();
  private final TextRun run = new TextRun();
  private final List<TextRun.Piece> pieces = new ArrayList<>();

  @Test
  void neighboursOfOneStreamBecomeOnePiece() {
    add(cell, Stream.STDOUT, "a");
    add(cell, Stream.STDOUT, "b");

    assertThat(texts()).containsExactly("ab");
  }

  @Test
  void theOrderOfStreamsIsKeptWhileThereAreFewPieces() {
    add(cell, Stream.STDOUT, "a");
    add(cell, Stream.STDERR, "b");
    add(cell, Stream.STDOUT, "c");

    assertThat(texts()).containsExactly("a", "b", "c");
  }

  @Test
  void streamsThatAlternateForLongStayFewPieces() {
    for (int i = 0; i < 1000; i++) {
      add(cell, Stream.STDOUT, "o");
      add(cell, Stream.STDERR, "e");
    }

    assertThat(texts()).hasSizeLessThanOrEqualTo(TextRun.FEW);
    assertThat(String.join("", texts())).hasSize(2000);
  }

  @Test
  void theOrderOfStreamsIsKeptAsLongAsMorePiecesAreGranted() {
    AtomicInteger granted = new AtomicInteger(100);
    TextRun ordered = new TextRun(() -> granted.getAndDecrement() > 0);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Stream stream = i % 2 == 0 ? Stream.STDOUT : Stream.STDERR;
      pieces.addAll(ordered.add(new PrintedText(cell, stream, "text " + i)));
      expected.add("text " + i);
    }

    assertThat(texts()).isEqualTo(expected);
  }

  @Test
  void originsAreNotMixed() {
    Origin other = origin();
    add(cell, Stream.STDOUT, "a");
    add(other, Stream.STDOUT, "b");

    assertThat(pieces.stream().map(piece -> piece.joined().origin()))
        .satisfiesExactly(
            first -> assertThat(first).isSameAs(cell),
            second -> assertThat(second).isSameAs(other));
  }

  @Test
  void noPieceIsTooLongAndNoCharacterIsCut() {
    String text = "😀".repeat(TextRun.LONGEST);
    add(cell, Stream.STDOUT, "x" + text);

    assertThat(String.join("", texts())).isEqualTo("x" + text);
    assertThat(texts())
        .allSatisfy(piece -> {
          assertThat(piece.length()).isLessThanOrEqualTo(TextRun.LONGEST + 1);
          assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
        });
  }

  @Test
  void nothingJoinsAPieceThatIsTakenOrEnded() {
    add(cell, Stream.STDOUT, "a");
    run.remove(pieces.getFirst());
    add(cell, Stream.STDOUT, "b");
    run.end();
    add(cell, Stream.STDOUT, "c");

    assertThat(texts()).containsExactly("a", "b", "c");
  }

  private void add(Origin origin, Stream stream, String text) {
    pieces.addAll(run.add(new PrintedText(origin, stream, text)));
  }

  private List<String> texts() {
    return pieces.stream().map(piece -> piece.joined().text()).toList();
  }

  private static Origin origin() {
    return new Origin(List.of(), new JsonObject(), true, false);
  }
}
