package io.github.heddle.picture;

import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.Deadlock.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Who waits for whom in a deadlock, laid out: a box for each thread in one column, an arrow from
/// each to the next, which holds what it waits for, and one from the last back to the first. In
/// pixels of the page, from the upper left corner; only horizontal and vertical lines.
///
/// @param labels the names of locks, beside the arrows
record WaitGraph(
    Shape shape, List<Box> boxes, List<Line> lines, List<Head> heads, List<Label> labels) {
  static final String TITLE = "who waits for whom";

  private static final int MOST_BOXES = 8;
  private static final int BOX = 22;
  private static final int ARROW = 30;
  private static final int TOP = 26;

  /// How wide it is drawn.
  enum Shape {
    /// The lock of the arrow back stands beside it.
    WIDE(20, 320, 28, 150),
    /// The lock of the arrow back stands below the last box, and boxes say less.
    NARROW(0, 180, 14, 10);

    private final int left;
    private final int right;
    private final int back;
    private final int down;

    /// @param left edge of the boxes
    /// @param right edge of the boxes
    /// @param back how far beside them the arrow back stands
    /// @param down how far from their left edges the other arrows stand
    Shape(int left, int right, int back, int down) {
      this.left = left;
      this.right = right;
      this.back = back;
      this.down = down;
    }
  }

  /// A thread: where it is drawn and what stands in it.
  record Box(int x, int y, int width, int height, String text) {}

  /// From one point to another on the same height, or below each other.
  record Line(int x, int y, int x2, int y2) {}

  /// The tip of an arrow.
  record Head(int x, int y, boolean down) {}

  /// A text that begins at a point, around whose height it stands.
  record Label(int x, int y, String text) {}

  static WaitGraph of(Deadlock deadlock, Shape shape) {
    int count = Math.min(MOST_BOXES, deadlock.circle().size());
    List<Box> boxes =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Box(
                    shape.left,
                    top(i),
                    shape.right - shape.left,
                    BOX,
                    text(deadlock, i, count, shape)))
            .toList();
    WaitGraph graph =
        new WaitGraph(shape, boxes, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    graph.labels.add(new Label(0, 8, TITLE));
    for (int i = 0; i < count - 1; i++) {
      graph.down(top(i) + BOX, deadlock.circle().get(i).waitsFor());
    }
    graph.back(count, deadlock.circle().getLast().waitsFor());
    return graph;
  }

  int height() {
    return top(boxes.size()) - (shape == Shape.WIDE ? ARROW - 12 : 0);
  }

  private static int top(int box) {
    return TOP + box * (BOX + ARROW);
  }

  private static String text(Deadlock deadlock, int box, int count, Shape shape) {
    boolean folded = box == count - 1 && count < deadlock.circle().size();
    Party party = folded ? deadlock.circle().getLast() : deadlock.circle().get(box);
    String left = folded ? "… " : "";
    String waits = shape == Shape.WIDE ? " waits at " : ": ";
    String place = party.place().map(at -> waits + at).orElse(" waits");
    return left + deadlock.name(party) + place;
  }

  private void down(int y, String lock) {
    int at = shape.left + shape.down;
    lines.add(new Line(at, y, at, y + ARROW));
    heads.add(new Head(at, y + ARROW, true));
    labels.add(new Label(at + 12, y + ARROW / 2, lock));
  }

  /// From the last to the first, around the others.
  private void back(int count, String lock) {
    int to = top(0) + BOX / 2;
    int side = shape.right + shape.back;
    int from = shape == Shape.WIDE ? top(count - 1) + BOX / 2 : top(count - 1) + BOX + 20;
    if (shape == Shape.WIDE) {
      lines.add(new Line(shape.right, from, side, from));
      labels.add(new Label(side + 12, (from + to) / 2, lock));
    } else {
      int at = shape.left + shape.down;
      lines.add(new Line(at, top(count - 1) + BOX, at, from));
      lines.add(new Line(at, from, side, from));
      labels.add(new Label(at + 12, from - 10, lock));
    }
    lines.add(new Line(side, to, side, from));
    lines.add(new Line(shape.right, to, side, to));
    heads.add(new Head(shape.right, to, false));
  }
}
