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
    int height, List<Box> boxes, List<Line> lines, List<Head> heads, List<Label> labels) {
  static final String TITLE = "who waits for whom";

  private static final int MOST_BOXES = 8;
  private static final int LEFT = 20;
  private static final int RIGHT = 320;
  private static final int BOX = 22;
  private static final int ARROW = 30;
  private static final int TOP = 26;
  private static final int BACK = 28;

  /// A thread: where it is drawn and what stands in it.
  record Box(int x, int y, int width, int height, String text) {}

  /// From one point to another on the same height, or below each other.
  record Line(int x, int y, int x2, int y2) {}

  /// The tip of an arrow.
  record Head(int x, int y, boolean down) {}

  /// A text that begins at a point, around whose height it stands.
  record Label(int x, int y, String text) {}

  static WaitGraph of(Deadlock deadlock) {
    int count = Math.min(MOST_BOXES, deadlock.circle().size());
    List<Box> boxes =
        IntStream.range(0, count)
            .mapToObj(i -> new Box(LEFT, top(i), RIGHT - LEFT, BOX, text(deadlock, i, count)))
            .toList();
    WaitGraph graph =
        new WaitGraph(
            top(count) - ARROW + 12,
            boxes,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    graph.labels.add(new Label(0, 8, TITLE));
    for (int i = 0; i < count - 1; i++) {
      graph.down(top(i) + BOX, deadlock.circle().get(i).waitsFor());
    }
    graph.back(count, deadlock.circle().getLast().waitsFor());
    return graph;
  }

  private static int top(int box) {
    return TOP + box * (BOX + ARROW);
  }

  private static String text(Deadlock deadlock, int box, int count) {
    boolean folded = box == count - 1 && count < deadlock.circle().size();
    Party party = folded ? deadlock.circle().getLast() : deadlock.circle().get(box);
    String left = folded ? "… " : "";
    String place = party.place().map(at -> " at " + at).orElse("");
    return left + deadlock.name(party) + " waits" + place;
  }

  private void down(int y, String lock) {
    int middle = (LEFT + RIGHT) / 2;
    lines.add(new Line(middle, y, middle, y + ARROW));
    heads.add(new Head(middle, y + ARROW, true));
    labels.add(new Label(middle + 12, y + ARROW / 2, lock));
  }

  /// From the last to the first, around the others.
  private void back(int count, String lock) {
    int from = top(count - 1) + BOX / 2;
    int to = top(0) + BOX / 2;
    int side = RIGHT + BACK;
    lines.add(new Line(RIGHT, from, side, from));
    lines.add(new Line(side, to, side, from));
    lines.add(new Line(RIGHT, to, side, to));
    heads.add(new Head(RIGHT, to, false));
    labels.add(new Label(side + 12, (from + to) / 2, lock));
  }
}
