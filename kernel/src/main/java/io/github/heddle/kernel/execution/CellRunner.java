package io.github.heddle.kernel.execution;

import com.google.gson.JsonObject;
import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.magic.LoadFailed;
import io.github.heddle.kernel.output.Attribution;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/// Runs one cell at a time, from its text to its ending, and listeners beside it. Cells are begun
/// and run on one thread, listeners on others; none of these runs code of a cell itself. Any thread
/// may ask for the cell it belongs to, or stop all that is running.
public final class CellRunner {
  private final BaseKernel kernel;
  private final Supplier<Evaluator> evaluator;
  private final Attribution attribution;
  private final Publisher publisher;
  private final Services services;
  private final Map<Scope, RunningCell> running = new ConcurrentHashMap<>();
  private final LeftCells left = new LeftCells();
  private final StopOrder order = new StopOrder();

  /// @param evaluator waits for the evaluator if it is not there yet
  /// @param services what the work of every cell can ask for
  public CellRunner(
      BaseKernel kernel,
      Supplier<Evaluator> evaluator,
      Attribution attribution,
      Publisher publisher,
      Services services) {
    this.kernel = kernel;
    this.evaluator = evaluator;
    this.attribution = attribution;
    this.publisher = publisher;
    this.services = services;
  }

  /// The cell to which the calling thread belongs, while it is running.
  public Optional<RunningCell> current() {
    return Scope.current().map(Scope::root).map(running::get);
  }

  /// Stops all that is running; does not wait. Where no cell is, the one that is announced to be
  /// next is stopped as it begins.
  ///
  /// @return whether there was anything to stop
  public synchronized boolean stop() {
    boolean ordered = order.stop();
    running.values().forEach(RunningCell::stop);
    return ordered || !running.isEmpty();
  }

  /// A cell, or work like it, will be begun: it is there from now on for who wants to stop it.
  ///
  /// @return its number in the order of announcements, by which it is begun
  public synchronized long announce() {
    return order.announce();
  }

  /// Ends the threads that cells left when they ended.
  ///
  /// @return what came of it, for the user
  public String endLeft() {
    return left.end();
  }

  /// Runs a text from elsewhere as part of the running cell, on whose threads this is called.
  ///
  /// @param name what errors call it
  /// @throws LoadFailed with what went wrong
  public void load(String name, String text) throws LoadFailed {
    RunningCell cell =
        current().orElseThrow(() -> new IllegalStateException("no cell to load " + name + " in"));
    Cell loaded = new Cell(cell.cell().number(), text);
    try {
      cell.within(name, loaded, () -> new Interpretation(kernel, cell).value(loaded));
    } catch (LoadFailed inner) {
      throw inner;
    } catch (ThrownByCode e) {
      throw failed(name, loaded, e.thrown());
    } catch (Throwable e) {
      throw failed(name, loaded, e);
    }
  }

  private static LoadFailed failed(String name, Cell text, Throwable cause) {
    return cause instanceof LoadFailed inner ? inner : new LoadFailed(name, text, cause);
  }

  /// Begins a cell; the caller ends it. A stop since it was announced stops the cell as it begins,
  /// unless it stopped another one.
  ///
  /// @param announced what [#announce] said
  public Course begin(Cell cell, Origin origin, long announced) {
    RunningCell begun = running(cell, origin);
    attribution.begin(begun.scope(), origin);
    start(begun, announced);
    return new Course(begun);
  }

  /// Begins work beside the cell that is running, such as a listener's, which does not become what
  /// the kernel is running; the caller ends it.
  public Course beside(Origin origin) {
    RunningCell begun = running(new Cell(0, ""), origin);
    attribution.beginBeside(begun.scope(), origin);
    running.put(begun.scope(), begun);
    return new Course(begun);
  }

  private RunningCell running(Cell cell, Origin origin) {
    return new RunningCell(cell, origin, evaluator.get(), publisher, services);
  }

  private synchronized void start(RunningCell cell, long announced) {
    running.put(cell.scope(), cell);
    if (order.begin(announced)) {
      cell.stop();
    }
  }

  private synchronized void end(RunningCell cell) {
    running.remove(cell.scope());
    order.end();
  }

  /// A cell between its beginning and its end.
  public final class Course implements AutoCloseable {
    private final RunningCell cell;

    private Course(RunningCell cell) {
      this.cell = cell;
    }

    /// Runs the cell's text.
    public Ending run() {
      return guarded(() -> shown(interpretation().value(cell.cell())));
    }

    /// Evaluates an expression beside the cell's text.
    public Ending evaluate(String expression) {
      return guarded(() -> shown(interpretation().java(new Fragment(expression, Position.START))));
    }

    /// Runs code of the cell that is no text, such as a listener.
    public Ending call(Runnable code) {
      return guarded(() -> {
        cell.onOwnThread(
            "message",
            () -> {
              code.run();
              return null;
            });
        return new Ending.Finished(Optional.empty());
      });
    }

    /// The note on what the cell left running, if it did: its outputs are complete but for this.
    public Optional<JsonObject> left() {
      return cell.scope().stopped() ? Optional.empty() : left.look(cell).map(LeftNote::json);
    }

    @Override
    public void close() {
      end(cell);
    }

    private Interpretation interpretation() {
      return new Interpretation(kernel, cell);
    }

    private Ending shown(@Nullable Object value) {
      return cell.scope().stopped() || value == null
          ? new Ending.Finished(Optional.empty())
          : new Ending.Finished(
              cell.onOwnThread("value", () -> Output.of(value, kernel.getRenderer()))
                  .flatMap(output -> output));
    }

    /// The boundary at which whatever goes wrong in a cell becomes the cell's error.
    private Ending guarded(Step step) {
      Ending ending;
      try {
        ending = step.run();
      } catch (ThrownByCode e) {
        ending = failed(e.thrown());
      } catch (Throwable e) {
        ending = failed(e);
      }
      Ending ran = ending;
      return cell.survivorsOfStop().map(Course::interrupted).orElse(ran);
    }

    private Ending failed(Throwable e) {
      return new Ending.Failed(
          e instanceof LoadFailed loaded
              ? report(loaded.reason(), loaded.name(), loaded.text())
              : report(e, cell.source().text(), cell.cell()));
    }

    private static ErrorReport report(Throwable e, String name, Cell text) {
      return e instanceof CellException problems
          ? new ProblemText(name, text.text()).report(problems)
          : ExceptionText.report(e);
    }

    private static Ending interrupted(List<Thread> survivors) {
      String names = survivors.stream().map(Thread::getName).collect(Collectors.joining(", "));
      String left = names.isEmpty() ? "" : "; still running: " + names;
      ErrorReport report = ErrorReport.of("Interrupted", "the cell was interrupted" + left);
      List<String> lines = new ArrayList<>(report.traceback());
      survivors.forEach(each -> {
        lines.add(each.getName() + ":");
        lines.addAll(FrameText.lines(each.getStackTrace()));
      });
      return new Ending.Failed(new ErrorReport(report.name(), report.message(), lines));
    }
  }

  /// Part of a cell's course.
  private interface Step {
    Ending run() throws Throwable;
  }
}
