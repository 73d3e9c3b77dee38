package io.github.heddle;

import com.google.gson.Gson;
import io.github.heddle.picture.Part;
import io.github.heddle.picture.Pictures;
import io.github.heddle.report.Measure;
import io.github.heddle.report.Report;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs every model in a process that is told that there is no `/proc`, and prints what the reports
/// say: a line for each run, in JSON.
public final class WithoutProc {
  private WithoutProc() {}

  static void main() {
    for (Runner runner :
        List.of(
            Heddle.sequential(),
            Heddle.async(),
            Heddle.virtual(),
            Heddle.threads(2),
            Heddle.processes(2))) {
      print(runner.tasks(4).run(_ -> spin(60_000_000)));
      print(runner.tasks(4).run(_ -> sleep(60)));
    }
  }

  private static void print(Run<Boolean> run) {
    Report report = run.report();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("model", report.plan().model());
    line.put("done", run.results().size());
    line.put("wall", run.wall().toNanos());
    for (Measure measure : report.measures()) {
      line.put(
          measure.name(),
          measure.name().equals("not measured here") ? measure.text() : measure.value());
    }
    var picture = Pictures.of(report, EnumSet.allOf(Part.class)).getFirst();
    line.put("text", picture.data().get("text/plain"));
    line.put("spec", new Gson().toJson(picture.data().get(Pictures.VEGA_LITE)));
    line.put("png", picture.data().containsKey("image/png"));
    IO.println(new Gson().toJson(line));
  }

  /// Computes for so many nanoseconds of the clock.
  static boolean spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return true;
  }

  static boolean sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return true;
  }
}
