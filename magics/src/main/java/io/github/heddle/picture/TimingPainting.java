package io.github.heddle.picture;

import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Glyphs;
import io.github.heddle.report.Figures;
import io.github.heddle.report.Timing;
import java.util.List;

/// How long one run takes, in pixels: twice those of the page, opaque white.
final class TimingPainting {
  private static final int HEIGHT = Painting.SCALE * TimingPicture.HEIGHT;
  private static final int LEFT = Painting.MARGIN + 160;
  private static final int DOT = 5;

  private final Timing timing;
  private final Canvas canvas;
  private int y = Painting.MARGIN;

  private TimingPainting(Timing timing) {
    this.timing = timing;
    int width = LEFT + Painting.PLOT + 2 * Painting.MARGIN;
    this.canvas = new Canvas(Painting.wholePixels(width), Painting.wholePixels(height()));
  }

  static Canvas of(Timing timing) {
    TimingPainting painting = new TimingPainting(timing);
    painting.paint();
    return painting.canvas;
  }

  private int height() {
    return 2 * Painting.MARGIN
        + Glyphs.TITLE.height()
        + timing.lines().size() * Glyphs.TEXT.height()
        + 2 * (HEIGHT + 3 * Glyphs.TEXT.height() + 3 * Painting.GAP);
  }

  private void paint() {
    line(timing.headline(), Glyphs.TITLE, Look.BLACK);
    timing.lines().forEach(each -> line(each, Glyphs.TEXT, Painting.GREY));
    overTime();
    spread();
  }

  private void line(String text, Glyphs glyphs, int rgb) {
    canvas.text(Painting.MARGIN, y, text, glyphs, rgb);
    y += glyphs.height();
  }

  private void overTime() {
    List<TimingPicture.Dot> dots = TimingPicture.dots(timing);
    double end = dots.getLast().atMillis();
    double low = dots.stream().mapToDouble(TimingPicture.Dot::nanos).min().orElse(1);
    double high =
        Math.max(2 * low, dots.stream().mapToDouble(TimingPicture.Dot::nanos).max().orElse(1));
    begin(TimingPicture.OVER_TIME, Timing.text(high), Timing.text(low));
    for (TimingPicture.Dot dot : dots) {
      double share = Math.log(dot.nanos() / low) / Math.log(high / low);
      int x = LEFT + (int) (dot.atMillis() / end * (Painting.PLOT - DOT));
      int rgb = dot.counts() ? TimingPicture.WARM : TimingPicture.COLD;
      canvas.fill(x, y + (int) ((1 - share) * (HEIGHT - DOT)), DOT, DOT, rgb);
    }
    end(
        "0 ms",
        Figures.duration(Math.round(end * 1e6)),
        "orange: warm-up, blue: settled",
        LEFT + Painting.PLOT);
  }

  private void spread() {
    Histogram histogram = Histogram.of(timing.counting(), TimingPicture.BINS);
    begin(TimingPicture.spreadTitle(histogram), Figures.count(histogram.most(), "sample"), "0");
    int beyond = histogram.beyond().isPresent() ? TimingPicture.BEYOND : 0;
    int width = Painting.PLOT / (TimingPicture.BINS + beyond);
    for (int bin = 0; bin < TimingPicture.BINS; bin++) {
      bar(histogram, LEFT + bin * width, width, histogram.counts().get(bin), TimingPicture.WARM);
    }
    int right = LEFT + (TimingPicture.BINS + 1) * width;
    histogram.beyond().ifPresent(more -> bar(histogram, right, width, more.count(), Look.OTHER));
    end(
        Timing.text(histogram.begin(0)),
        Timing.text(histogram.begin(TimingPicture.BINS)),
        "",
        beyond == 0 ? LEFT + Painting.PLOT : right - width);
  }

  private void bar(Histogram histogram, int left, int width, int count, int rgb) {
    double share = (double) count / Math.max(1, histogram.most());
    int height = count == 0 ? 0 : Math.max(2, (int) Math.round(HEIGHT * share));
    canvas.fill(left, y + HEIGHT - height, width - 2, height, rgb);
  }

  private void begin(String title, String top, String bottom) {
    y += 2 * Painting.GAP;
    canvas.text(LEFT, y, title, Glyphs.TEXT, Look.BLACK);
    y += Glyphs.TEXT.height() + Painting.GAP / 2;
    label(top, y);
    label(bottom, y + HEIGHT - Glyphs.TEXT.height());
    canvas.fill(LEFT, y + HEIGHT - 1, Painting.PLOT, 1, Look.OTHER);
  }

  private void label(String text, int top) {
    canvas.text(LEFT - Painting.GAP - Glyphs.TEXT.width(text), top, text, Glyphs.TEXT, Look.BLACK);
  }

  /// @param lastEnd where the last text ends
  private void end(String first, String last, String middle, int lastEnd) {
    y += HEIGHT + Painting.GAP / 2;
    canvas.text(LEFT, y, first, Glyphs.TEXT, Look.BLACK);
    int centred = LEFT + (Painting.PLOT - Glyphs.TEXT.width(middle)) / 2;
    canvas.text(centred, y, middle, Glyphs.TEXT, Painting.GREY);
    canvas.text(lastEnd - Glyphs.TEXT.width(last), y, last, Glyphs.TEXT, Look.BLACK);
    y += Glyphs.TEXT.height();
  }
}
