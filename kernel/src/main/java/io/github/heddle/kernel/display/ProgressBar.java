package io.github.heddle.kernel.display;

import io.github.heddle.report.Figures;
import java.util.OptionalLong;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// How far a loop is at one moment. Pure.
///
/// @param total how many steps there are, where that is known
/// @param nanos since the loop began
/// @param over whether the loop has ended
record ProgressBar(long done, OptionalLong total, long nanos, boolean over) {
  private static final int WIDTH = 30;

  DisplayData data() {
    DisplayData data = new DisplayData(text());
    data.putHTML(html());
    return data;
  }

  private String text() {
    return total.isPresent() ? drawn() + " " + words() : words();
  }

  private String drawn() {
    int filled = (int) (share() * WIDTH);
    return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
  }

  private String html() {
    String bar =
        total.isPresent()
            ? "<progress value=\"%d\" max=\"%d\"></progress> "
                .formatted(done, Math.max(1, total.getAsLong()))
            : "";
    return "<div>" + bar + words() + "</div>";
  }

  /// `50 of 100, 50 %, 12.0 s left`; without a total, how many and how fast.
  private String words() {
    String count =
        total.isPresent()
            ? Figures.thousands(done) + " of " + Figures.thousands(total.getAsLong())
            : Figures.thousands(done);
    return count + share(", ") + time();
  }

  private String share(String before) {
    return total.isPresent() ? before + Figures.percent(share()) : "";
  }

  /// Of no steps at all everything is done.
  private double share() {
    long all = total.orElse(0);
    return all == 0 ? 1 : Math.min(1, (double) done / all);
  }

  private String time() {
    if (over) {
      return ", " + Figures.duration(nanos);
    }
    if (done == 0) {
      return "";
    }
    return total.isPresent()
        ? ", "
            + Figures.duration((long) ((double) nanos / done * (total.getAsLong() - done)))
            + " left"
        : ", " + Figures.number(done * 1e9 / Math.max(1, nanos)) + " per second";
  }
}
