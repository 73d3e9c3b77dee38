package io.github.heddle.kernel.magic;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.Host;
import io.github.heddle.task.TaskBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `%time EXPRESSION` and `%%time`: runs a body once and says how long it took. The body is
/// compiled before the clock starts; what it declares is its own. Its value is the magic's value.
///
/// @param say prints a line under the cell
public record TimeMagic(Stopwatch stopwatch, Consumer<String> say) {
  private static final long CPU_TICK_NANOS = 10_000_000;

  /// `%time EXPRESSION`.
  public @Nullable Object line(Host host, List<String> arguments) throws Exception {
    return time(host, LineInCell.of(host, "time", arguments).rest());
  }

  /// `%%time` over a body.
  public @Nullable Object cell(Host host, String body) throws Exception {
    return time(host, LineInCell.body(host, body));
  }

  private @Nullable Object time(Host host, Fragment body) throws Exception {
    if (body.text().isBlank()) {
      throw new CellException("MagicError", List.of(nothingToTime(body.at())));
    }
    long before = stopwatch.read().wallNanos();
    TaskBody<?, ?> compiled =
        host.bodies().compile(new BodySource(body, Optional.empty(), "item")).work().body();
    long compileNanos = stopwatch.read().wallNanos() - before;
    return timed(compiled, compileNanos);
  }

  private static Problem nothingToTime(Position at) {
    return Problem.at(at, 1, "there is nothing to time").withHint("%time compute()");
  }

  @SuppressWarnings("unchecked") // without elements a body is run over the task's number
  private @Nullable Object timed(TaskBody<?, ?> body, long compileNanos) throws Exception {
    Stopwatch.Reading start = stopwatch.read();
    try {
      return ((TaskBody<Integer, ?>) body).run(0, 0);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ExecutionException(e);
    } finally {
      say.accept(line(stopwatch.since(start), compileNanos));
    }
  }

  private static String line(Stopwatch.Reading took, long compileNanos) {
    return "wall %s · CPU %s, all threads of the kernel's process · compiled before in %s"
        .formatted(text(took.wallNanos()), cpu(took.cpuNanos()), text(compileNanos));
  }

  /// Below its ticks the clock of CPU time says nothing.
  private static String cpu(long nanos) {
    return nanos < CPU_TICK_NANOS ? "under 10 ms" : text(nanos);
  }

  private static String text(long nanos) {
    if (nanos < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
    }
    return nanos < 1_000_000_000L
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}
