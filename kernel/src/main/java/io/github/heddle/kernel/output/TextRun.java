package io.github.heddle.kernel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Printed text that no other message interrupts, joined into few pieces. Neighbours of one stream
/// and origin become one piece. The order of the streams is kept as long as there are few pieces,
/// or more are granted; where streams alternate quickly for long, text joins the last piece of its
/// own stream. Not for several threads at once.
final class TextRun {
  /// Escaped as JSON, a character may take six bytes; servers dislike messages above 500 kB.
  static final int LONGEST = 80_000;

  static final int FEW = 8;

  private final List<Piece> pieces = new ArrayList<>();
  private final BooleanSupplier oneMore;

  TextRun() {
    this(() -> false);
  }

  /// @param oneMore asked whether there may be one more piece than few
  TextRun(BooleanSupplier oneMore) {
    this.oneMore = oneMore;
  }

  /// Text of one stream and origin; grows until it is taken.
  static final class Piece {
    private final Origin origin;
    private final Stream stream;
    private final StringBuilder text = new StringBuilder();

    private Piece(Origin origin, Stream stream) {
      this.origin = origin;
      this.stream = stream;
    }

    private boolean belongs(PrintedText printed) {
      return origin == printed.origin() && stream == printed.stream();
    }

    boolean full() {
      return text.length() >= LONGEST;
    }

    int length() {
      return text.length();
    }

    PrintedText joined() {
      return new PrintedText(origin, stream, text.toString());
    }
  }

  /// Adds text.
  ///
  /// @return the pieces that are new
  List<Piece> add(PrintedText printed) {
    List<Piece> added = new ArrayList<>();
    String text = printed.text();
    int begin = 0;
    while (begin < text.length()) {
      Piece piece = room(printed, added);
      int end = Math.min(text.length(), begin + LONGEST - piece.text.length());
      boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
      int whole = split ? end + 1 : end;
      piece.text.append(text, begin, whole);
      begin = whole;
    }
    return added;
  }

  /// Forgets a piece that is taken.
  void remove(Piece piece) {
    pieces.remove(piece);
  }

  /// Ends the run: from now on nothing is added to the pieces there are.
  void end() {
    pieces.clear();
  }

  private Piece room(PrintedText printed, List<Piece> added) {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      boolean last = i == pieces.size() - 1;
      if (piece.belongs(printed)) {
        return !piece.full() && (last || enough()) ? piece : append(printed, added);
      }
    }
    return append(printed, added);
  }

  private boolean enough() {
    return pieces.size() >= FEW && !oneMore.getAsBoolean();
  }

  private Piece append(PrintedText printed, List<Piece> added) {
    Piece piece = new Piece(printed.origin(), printed.stream());
    pieces.add(piece);
    added.add(piece);
    return piece;
  }
}
