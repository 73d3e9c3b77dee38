package io.github.heddle.picture;

import io.github.heddle.picture.CoreRows.Cell;
import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Glyphs;
import io.github.heddle.trace.State;
import java.util.List;
import java.util.stream.Stream;

/// A scene in pixels, for viewers that do not draw Vega-Lite: twice the pixels of the page, opaque
/// white, so that it can be read in every theme.
final class Painting {
  /// Pixels of the picture for one of the page.
  static final int SCALE = 2;

  static final int GREY = 0x595959;
  static final int MARGIN = 16;
  static final int GAP = 12;

  static final int PLOT = SCALE * Scene.WIDTH;

  private final Scene scene;
  private final int left;
  private final List<String> title;
  private final List<String> subtitles;
  private final Canvas canvas;
  private int y = MARGIN;

  private Painting(Scene scene) {
    this.scene = scene;
    this.left = leftOf(List.of(scene));
    int width = left + PLOT + 2 * MARGIN;
    int inside = width - 2 * MARGIN;
    this.title = Wrapping.lines(scene.finding().headline(), Glyphs.TITLE::width, inside);
    this.subtitles =
        scene.subtitles().stream()
            .flatMap(line -> Wrapping.lines(line, Glyphs.TEXT::width, inside).stream())
            .toList();
    this.canvas = new Canvas(wholePixels(width), wholePixels(height()));
  }

  /// One of several scenes on the same canvas.
  ///
  /// @param left where the time axis begins
  Painting(Scene scene, int left, Canvas canvas, int y) {
    this.scene = scene;
    this.left = left;
    this.title = List.of();
    this.subtitles = List.of();
    this.canvas = canvas;
    this.y = y;
  }

  static int leftOf(List<Scene> scenes) {
    return MARGIN + scenes.stream().mapToInt(Painting::widestLabel).max().orElse(0) + GAP;
  }

  static Canvas of(Scene scene) {
    Painting painting = new Painting(scene);
    painting.paint();
    return painting.canvas;
  }

  private int height() {
    int panels = scene.waits().map(DeadlockPainting::height).orElse(0);
    if (!scene.lanes().isEmpty()) {
      panels += scene.lanes().size() * laneHeight() + legendHeight();
    }
    if (scene.flight().isPresent()) {
      panels += GAP + SCALE * FlightPanel.HEIGHT;
    }
    if (scene.cores().isPresent()) {
      panels += scene.cores().get().names().size() * coreHeight() + GAP + legendHeight();
    }
    panels += scene.memory().map(MemoryPainting::height).orElse(0);
    return 2 * MARGIN
        + title.size() * Glyphs.TITLE.height()
        + subtitles.size() * Glyphs.TEXT.height()
        + 2 * GAP
        + panels
        + axisHeight();
  }

  private void paint() {
    title.forEach(line -> line(line, Glyphs.TITLE, Look.BLACK));
    subtitles.forEach(line -> line(line, Glyphs.TEXT, GREY));
    y += 2 * GAP;
    scene.waits().ifPresent(this::deadlock);
    if (!scene.lanes().isEmpty()) {
      lanes();
    }
    scene.flight().ifPresent(this::flight);
    if (scene.lanesLast()) {
      axis();
    }
    if (!scene.lanes().isEmpty()) {
      legendOf(scene.states());
    }
    scene.cores().ifPresent(this::cores);
    scene.memory().ifPresent(this::memory);
  }

  void line(String text, Glyphs glyphs, int rgb) {
    canvas.text(MARGIN, y, text, glyphs, rgb);
    y += glyphs.height();
  }

  private void deadlock(WaitGraph graph) {
    new DeadlockPainting(canvas, left, y).paint(graph);
    y += DeadlockPainting.height(graph);
  }

  /// How far down it is painted.
  int bottom() {
    return y;
  }

  void lanes() {
    for (int row = 0; row < scene.lanes().size(); row++) {
      label(scene.lanes().get(row), y + row * laneHeight(), laneHeight());
    }
    scene.bars().forEach(this::bar);
    if (scene.time().beginsEarlier()) {
      canvas.fill(x(0), y, 2, scene.lanes().size() * laneHeight(), Look.SUBMITTED);
    }
    y += scene.lanes().size() * laneHeight();
  }

  private void bar(Bar bar) {
    Look look = Look.of(bar.state());
    int top = y + bar.row() * laneHeight();
    int from = x(bar.startNanos());
    int to = Math.max(from + 1, x(bar.endNanos()));
    Box.bar(look, to - from, laneHeight()).paint(canvas, from, top, laneHeight());
    if (bar.numbered()) {
      int middle = top + (laneHeight() - Glyphs.SMALL.height()) / 2;
      canvas.text(from + 6, middle, bar.tasks().text(), Glyphs.SMALL, look.ink());
    }
  }

  private void flight(FlightArea area) {
    y += GAP;
    int height = SCALE * FlightPanel.HEIGHT;
    label(area.mostText(), y, Glyphs.TEXT.height());
    label(FlightPanel.TITLE, y, height);
    for (FlightArea.Cell cell : area.cells()) {
      int top = (int) Math.round(height * (1 - cell.to() / area.most()));
      int bottom = (int) Math.round(height * (1 - cell.from() / area.most()));
      int from = x(cell.startNanos());
      canvas.fill(
          from, y + top, x(cell.endNanos()) - from, bottom - top, Look.of(cell.state()).rgb());
    }
    canvas.fill(left, y + height - 1, PLOT, 1, Look.OTHER);
    y += height;
  }

  private void cores(CoreRows cores) {
    y += GAP;
    for (int row = 0; row < cores.names().size(); row++) {
      int top = y + row * coreHeight();
      label(cores.names().get(row), top, coreHeight());
      int from = x(cores.fromNanos());
      canvas.fill(from, top + coreHeight() - 1, x(cores.toNanos()) - from, 1, Look.OTHER);
    }
    cores.cells().forEach(this::cell);
    y += cores.names().size() * coreHeight();
    if (scene.memory().isEmpty()) {
      axis();
    }
    Entry other = Entry.of(cores.otherLabel(), Look.OTHER);
    legend(
        cores.ownMeasured() ? List.of(Entry.of(CoresPanel.OWN, Look.OWN), other) : List.of(other));
  }

  private void memory(MemoryRows memory) {
    y += GAP;
    for (int row = 0; row < memory.names().size(); row++) {
      int height = MemoryPainting.rowHeight(memory);
      label(memory.names().get(row), y + row * height, height);
    }
    y = new MemoryPainting(canvas, scene.time(), left, y).paint(memory);
    axis();
    legend(
        List.of(
            Entry.of(MemoryPanel.HEAP, Look.OWN),
            Entry.of(MemoryPanel.REST, Look.OTHER),
            Entry.of(MemoryPanel.LEFT, Look.KEPT)));
  }

  private void cell(Cell cell) {
    double full = CoresPanel.FULL * coreHeight();
    int floor = y + (cell.row() + 1) * coreHeight();
    int own = (int) Math.round(full * cell.own());
    int both = (int) Math.round(full * (cell.own() + cell.other()));
    int from = x(cell.startNanos());
    int width = x(cell.endNanos()) - from;
    canvas.fill(from, floor - own, width, own, Look.OWN);
    canvas.fill(from, floor - both, width, both - own, Look.OTHER);
  }

  private void axis() {
    ticks();
    axisTitle();
  }

  void ticks() {
    y += GAP / 2;
    for (long tick : scene.time().ticks()) {
      String text = scene.time().value(tick).toPlainString();
      int width = Glyphs.TEXT.width(text);
      int at = Math.min(x(tick) - width / 2, canvas.width() - width);
      canvas.fill(x(tick), y, 1, 6, GREY);
      canvas.text(at, y + 6, text, Glyphs.TEXT, Look.BLACK);
    }
    y += 6 + Glyphs.TEXT.height();
  }

  void axisTitle() {
    String title = scene.timeTitle();
    int centred = left + (PLOT - Glyphs.TEXT.width(title)) / 2;
    canvas.text(centred, y, title, Glyphs.TEXT, Look.BLACK);
    y += Glyphs.TEXT.height();
  }

  private record Entry(String label, Box symbol) {
    static Entry of(String label, int rgb) {
      return new Entry(label, Box.square(rgb));
    }
  }

  private Entry entry(State state) {
    return new Entry(scene.label(state), Box.piece(Look.of(state)));
  }

  void legendOf(List<State> states) {
    legend(states.stream().map(this::entry).toList());
  }

  private void legend(List<Entry> entries) {
    int x = left;
    y += GAP;
    for (Entry entry : entries) {
      entry.symbol.paint(canvas, x, y, Glyphs.TEXT.height());
      x += entry.symbol.width() + 10;
      canvas.text(x, y, entry.label, Glyphs.TEXT, Look.BLACK);
      x += Glyphs.TEXT.width(entry.label) + 32;
    }
    y += Glyphs.TEXT.height();
  }

  private void label(String text, int top, int height) {
    int x = left - GAP - Glyphs.TEXT.width(text);
    canvas.text(x, top + (height - Glyphs.TEXT.height()) / 2, text, Glyphs.TEXT, Look.BLACK);
  }

  private int x(long nanos) {
    return left + (int) Math.round(scene.time().place(nanos, PLOT));
  }

  int laneHeight() {
    return SCALE * scene.laneHeight();
  }

  /// So that the picture's size on the page is a whole number.
  static int wholePixels(int size) {
    return (size + SCALE - 1) / SCALE * SCALE;
  }

  private static int coreHeight() {
    return SCALE * CoresPanel.ROW;
  }

  static int legendHeight() {
    return GAP + Glyphs.TEXT.height();
  }

  private static int axisHeight() {
    return GAP / 2 + 6 + 2 * Glyphs.TEXT.height();
  }

  private static int widestLabel(Scene scene) {
    Stream<String> cores = scene.cores().stream().flatMap(rows -> rows.names().stream());
    Stream<String> flight =
        scene.flight().stream().flatMap(area -> Stream.of(area.mostText(), FlightPanel.TITLE));
    Stream<String> memory = scene.memory().stream().flatMap(rows -> rows.names().stream());
    return Stream.of(scene.lanes().stream(), flight, cores, memory)
        .flatMap(labels -> labels)
        .mapToInt(Glyphs.TEXT::width)
        .max()
        .orElse(0);
  }
}
