package io.github.heddle.kernel.magic;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.Host;
import io.github.heddle.picture.TimingPicture;
import io.github.heddle.report.Timing;
import io.github.heddle.task.TaskBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// `%timeit EXPRESSION` and `%%timeit`: runs a body many times and shows how long one run takes.
///
/// @param nanoClock a monotonic clock, in nanoseconds
public record TimeitMagic(LongSupplier nanoClock) {
  /// `%timeit EXPRESSION`.
  public @Nullable Object line(Host host, List<String> words) throws Exception {
    TimeitOptions options = TimeitOptions.in(LineInCell.of(host, "timeit", words).rest());
    return time(host, options.rest(), options);
  }

  /// `%%timeit` over a body.
  public @Nullable Object cell(Host host, List<String> words, String body) throws Exception {
    TimeitOptions options = TimeitOptions.in(LineInCell.restAboveBody(host));
    if (!options.rest().text().isBlank()) {
      Fragment rest = options.rest();
      throw new CellException(
          "MagicError",
          List.of(
              Problem.at(rest.at(), rest.text().length(), "not an option: " + rest.text())
                  .withHint("code stands in the lines below; %%timeit --help")));
    }
    return time(host, LineInCell.body(host, body), options);
  }

  private @Nullable Object time(Host host, Fragment code, TimeitOptions options) throws Exception {
    if (code.text().isBlank()) {
      throw new CellException(
          "MagicError",
          List.of(
              Problem.at(code.at(), 1, "there is nothing to time").withHint("%timeit f(1000)")));
    }
    TaskBody<?, ?> body =
        host.bodies().compile(new BodySource(code, Optional.empty(), "item")).work().body();
    host.show(TimingPicture.of(Timing.of(samples(body, options))));
    return null;
  }

  @SuppressWarnings("unchecked") // without elements a body is run over the task's number
  private List<Timing.Sample> samples(TaskBody<?, ?> body, TimeitOptions options) throws Exception {
    try {
      return new RepeatedRuns((TaskBody<Integer, ?>) body, nanoClock, options).take();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ExecutionException(e);
    }
  }
}
