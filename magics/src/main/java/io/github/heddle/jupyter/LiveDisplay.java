package io.github.heddle.jupyter;

import io.github.heddle.host.Host;
import io.github.heddle.host.Showing;
import io.github.heddle.picture.Bundle;
import io.github.heddle.picture.Part;
import io.github.heddle.picture.Pictures;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.Progress;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import io.github.heddle.watch.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is shown under a cell while its run lasts: a line that says how far it is, and under it the
/// lanes. What is shown in the end takes their places, in its own order, so that the outputs of a
/// cell are the same whether progress was shown or not. Used by one thread after the other.
final class LiveDisplay implements View {
  private static final int LINE = 0;
  private static final int LANES = 1;

  private final Host host;
  private final Set<Part> picture;
  private final List<Showing> places = new ArrayList<>();
  private OptionalInt underWay = OptionalInt.empty();
  private @Nullable Turn lastTurn;

  /// @param picture the parts of the picture that were asked for
  LiveDisplay(Host host, Set<Part> picture) {
    this.host = host;
    this.picture = picture;
  }

  @Override
  public void progress(Turn turn, int ended, long elapsedNanos) {
    if (!turn.equals(lastTurn)) {
      underWay = OptionalInt.empty();
      lastTurn = turn;
    }
    show(LINE, plain(new Progress(turn, ended, elapsedNanos, underWay).text()));
  }

  @Override
  public void lanes(Turn turn, Trace soFar) {
    underWay = OptionalInt.of(underWay(soFar.tasks()));
    if (picture.contains(Part.LANES) && !places.isEmpty()) {
      show(LANES, Pictures.soFar(turn, soFar));
    }
  }

  /// Shows what came of it all.
  void finish(List<Bundle> outputs) {
    for (int place = 0; place < outputs.size(); place++) {
      show(place, outputs.get(place));
    }
  }

  static Bundle plain(String text) {
    return new Bundle(Map.of("text/plain", text), Map.of());
  }

  private void show(int place, Bundle bundle) {
    if (place < places.size()) {
      places.get(place).replace(bundle);
    } else {
      places.add(host.show(bundle));
    }
  }

  /// In a trace of a run under way, tasks that have not ended count as cancelled.
  private static int underWay(TaskTable tasks) {
    return (int)
        IntStream.range(0, tasks.count())
            .filter(task -> tasks.ending(task) == Ending.CANCELLED)
            .count();
  }
}
