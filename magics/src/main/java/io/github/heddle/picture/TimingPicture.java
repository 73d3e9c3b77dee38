package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Png;
import io.github.heddle.report.Timing;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// How long one run of a piece of code takes: every sample over time, so that it is seen where the
/// JIT settled, and below how the samples that count are spread.
public final class TimingPicture {
  static final int BINS = 40;
  static final int WARM = 0x0072B2;
  static final int COLD = 0xE69F00;
  static final int HEIGHT = 90;
  static final String OVER_TIME = "time of one run, while it went on";

  /// So many bins take the room of what is beyond them: a gap and a bar.
  static final int BEYOND = 2;

  private static final String SPREAD = "samples by time of one run, once settled";

  private static final int TEXT_BINS = 8;
  private static final int TEXT_WIDTH = 40;
  private static final int MOST_DOTS = 400;

  private TimingPicture() {}

  /// A sample as it is drawn.
  ///
  /// @param atMillis when it ended, since the first began
  /// @param counts whether it was taken once settled
  record Dot(double atMillis, double nanos, boolean counts) {}

  /// The picture in all its types.
  public static Bundle of(Timing timing) {
    Canvas canvas = TimingPainting.of(timing);
    String alt = timing.headline() + ". " + String.join(". ", timing.lines()) + ".";
    return new Bundle(
        Map.of(
            Pictures.VEGA_LITE,
            spec(timing, alt),
            "image/png",
            Base64.getEncoder().encodeToString(Png.of(canvas)),
            "text/plain",
            text(timing)),
        Map.of(
            Pictures.VEGA_LITE,
            object("embed_options", object("actions", false)),
            "image/png",
            object(
                "width", canvas.width() / Painting.SCALE,
                "height", canvas.height() / Painting.SCALE,
                "alt", alt)));
  }

  /// Every sample, or every so many of them.
  static List<Dot> dots(Timing timing) {
    int step = (timing.samples().size() + MOST_DOTS - 1) / MOST_DOTS;
    List<Dot> dots = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < timing.samples().size(); i++) {
      Timing.Sample sample = timing.samples().get(i);
      nanos += sample.nanos();
      if (i % step == 0 || i < MOST_DOTS / 10) {
        dots.add(new Dot(nanos / 1e6, sample.perRun(), i >= timing.settled().orElse(0)));
      }
    }
    return dots;
  }

  private static Map<String, Object> spec(Timing timing, String alt) {
    Heading heading = new Heading(timing.headline(), timing.lines());
    return object(
        "$schema", VegaLite.SCHEMA,
        "description", alt,
        "params", Heading.params(),
        "title", heading.title(),
        "usermeta", Heading.usermeta(),
        "config",
            VegaLite.config(
                object(
                    "grid",
                    false,
                    "labelFontSize",
                    11,
                    "titleFontSize",
                    11,
                    "titleFontWeight",
                    "normal")),
        "spacing", 16,
        "resolve", object("scale", object("x", "independent", "color", "independent")),
        "vconcat", List.of(overTime(timing), spread(timing)));
  }

  private static Map<String, Object> overTime(Timing timing) {
    List<String> lines = new ArrayList<>(List.of("at,nanos,counts"));
    dots(timing)
        .forEach(dot ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%.3f,%.4f,%s",
                    dot.atMillis(),
                    dot.nanos(),
                    dot.counts() ? "settled" : "warm-up")));
    return object(
        "width", Scene.WIDTH,
        "height", HEIGHT,
        "title", title(OVER_TIME),
        "data", VegaLite.table(lines, "at", "nanos"),
        "mark",
            object("type", "point", "filled", true, "size", 14, "opacity", 0.8, "tooltip", true),
        "encoding",
            object(
                "x", axis("at", "time since the first run (ms)", "linear"),
                "y", axis("nanos", "ns, logarithmic", "log"),
                "color",
                    object(
                        "field",
                        "counts",
                        "type",
                        "nominal",
                        "legend",
                        object("title", "", "orient", "bottom"),
                        "scale",
                        object(
                            "domain", List.of("warm-up", "settled"),
                            "range", List.of(Look.css(COLD), Look.css(WARM))))));
  }

  /// What stands above the histogram.
  static String spreadTitle(Histogram histogram) {
    return histogram
        .beyond()
        .map(beyond -> SPREAD + ", and " + words(beyond) + " (grey)")
        .orElse(SPREAD);
  }

  /// `3 from 15.2 ns to 512 ns`, `1 of 512 ns`.
  private static String words(Histogram.Beyond beyond) {
    return beyond.count() == 1
        ? "1 of " + Timing.text(beyond.most())
        : "%d from %s to %s"
            .formatted(beyond.count(), Timing.text(beyond.least()), Timing.text(beyond.most()));
  }

  private static Map<String, Object> spread(Timing timing) {
    Histogram histogram = Histogram.of(timing.counting(), BINS);
    List<Object> layers = new ArrayList<>(List.of(bins(histogram)));
    histogram.beyond().ifPresent(beyond -> layers.add(beyond(histogram, beyond)));
    return object(
        "width",
        Scene.WIDTH,
        "height",
        HEIGHT,
        "title",
        title(spreadTitle(histogram)),
        "layer",
        layers);
  }

  private static Map<String, Object> bins(Histogram histogram) {
    List<String> lines = new ArrayList<>(List.of("from,to,samples"));
    IntStream.range(0, BINS)
        .forEach(bin ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%d",
                    histogram.begin(bin),
                    histogram.begin(bin + 1),
                    histogram.counts().get(bin))));
    return object(
        "data", VegaLite.table(lines, "from", "to", "samples"),
        "mark", object("type", "bar", "color", Look.css(WARM), "tooltip", true),
        "encoding", object("x", binned(histogram), "x2", object("field", "to"), "y", samples()));
  }

  /// Beside the bins, and not where the axis would have it: there are no numbers under it.
  private static Map<String, Object> beyond(Histogram histogram, Histogram.Beyond beyond) {
    Map<String, Object> bar =
        object(
            "from", histogram.begin(BINS + 1),
            "to", histogram.begin(BINS + BEYOND),
            "samples", beyond.count(),
            "time", Timing.text(beyond.least()) + " to " + Timing.text(beyond.most()));
    return object(
        "data", object("values", List.of(bar)),
        "mark", object("type", "bar", "color", Look.css(Look.OTHER)),
        "encoding",
            object(
                "x", binned(histogram),
                "x2", object("field", "to"),
                "y", samples(),
                "tooltip",
                    List.of(
                        object("field", "time"),
                        object("field", "samples", "type", "quantitative"))));
  }

  private static Map<String, Object> binned(Histogram histogram) {
    Map<String, Object> x = axis("from", "ns for one run", "linear");
    x.put("bin", "binned");
    if (histogram.beyond().isPresent()) {
      String last = String.format(Locale.ROOT, "%.4f", histogram.begin(BINS));
      x.put(
          "axis",
          object(
              "tickCount",
              VegaLite.ticks(8),
              "labelExpr",
              "datum.value > " + last + " ? '' : datum.label",
              "tickOpacity",
              object(
                  "condition", object("test", "datum.value > " + last, "value", 0), "value", 1)));
    }
    return x;
  }

  private static Map<String, Object> samples() {
    return object(
        "field", "samples",
        "type", "quantitative",
        "title", "samples",
        "axis", object("tickCount", 3));
  }

  /// Above the axis; on a narrow page in lines.
  private static Map<String, Object> title(String text) {
    Map<String, Object> title = VegaLite.panelTitle(text);
    title.put("frame", "group");
    title.put(
        "text",
        Heading.narrowOr("split('" + text.replace(", ", ",|") + "', '|')", "'" + text + "'"));
    return title;
  }

  private static Map<String, Object> axis(String field, String title, String scale) {
    return VegaLite.quantity(
        field,
        title,
        scale.equals("log")
            ? object("type", scale, "nice", false)
            : object("type", scale, "zero", false, "nice", false),
        object("tickCount", scale.equals("log") ? 3 : VegaLite.ticks(8)));
  }

  /// The words, and the spread in characters.
  static String text(Timing timing) {
    Histogram histogram = Histogram.of(timing.counting(), TEXT_BINS);
    List<String> lines = new ArrayList<>(List.of(timing.headline()));
    lines.addAll(timing.lines());
    lines.add("");
    for (int bin = 0; bin < TEXT_BINS; bin++) {
      int count = histogram.counts().get(bin);
      lines.add(bar(Timing.text(histogram.begin(bin)), count, histogram, Integer.toString(count)));
    }
    histogram
        .beyond()
        .ifPresent(beyond -> lines.add(bar("beyond", beyond.count(), histogram, words(beyond))));
    return String.join("\n", lines);
  }

  private static String bar(String label, int count, Histogram histogram, String words) {
    int width = (int) Math.ceil((double) TEXT_WIDTH * count / Math.max(1, histogram.most()));
    return "%10s  %s %s".formatted(label, "█".repeat(width), words);
  }
}
