package io.github.heddle.kernel;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.host.Host;
import io.github.heddle.host.HostProvider;
import io.github.heddle.kernel.display.NotebookRenderer;
import io.github.heddle.kernel.display.Screen;
import io.github.heddle.kernel.evaluation.Completeness;
import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import io.github.heddle.kernel.evaluation.Evaluation;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.kernel.execution.CellRunner;
import io.github.heddle.kernel.execution.Output;
import io.github.heddle.kernel.execution.RunningCell;
import io.github.heddle.kernel.output.Attribution;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.protocol.Comms;
import io.github.heddle.scope.Scope;
import io.github.heddle.scope.Services;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;

/// The kernel as extensions and magics see it: the place where they register and, for the length of
/// a cell, their host. Requests do not come here. Any thread may use it.
public final class HeddleKernel extends BaseKernel implements HostProvider, Screen {
  private static final String VERSION =
      Optional.ofNullable(HeddleKernel.class.getPackage().getImplementationVersion())
          .orElse("development");

  private static final Logger LOG = System.getLogger(HeddleKernel.class.getName());

  private final CompletableFuture<Evaluator> evaluator;
  private final Attribution attribution;
  private final Publisher publisher;
  private final CellRunner cells;

  /// @param evaluator complete when Java can be evaluated
  /// @param ready complete when cells can be run: extensions are installed by then
  HeddleKernel(
      CompletableFuture<Evaluator> evaluator,
      CompletableFuture<Evaluator> ready,
      Surroundings surroundings) {
    super(
        "heddle",
        VERSION,
        language(),
        List.of(new HelpLink("Java 25 API", "https://docs.oracle.com/en/java/javase/25/docs/api/")),
        null,
        surroundings.io,
        surroundings.comms,
        new NotebookRenderer(),
        null,
        new MagicsRegistry(),
        true,
        new StringStyler.Builder().build());
    this.evaluator = evaluator;
    this.attribution = surroundings.attribution;
    this.publisher = surroundings.publisher;
    this.cells = new CellRunner(this, ready::join, attribution, publisher, surroundings.services);
  }

  /// What the kernel speaks through, and what its cells can ask for.
  record Surroundings(
      JupyterIO io, Comms comms, Attribution attribution, Publisher publisher, Services services) {}

  CellRunner cells() {
    return cells;
  }

  @Override
  public Host host() {
    return cells
        .current()
        .orElseThrow(() -> new IllegalStateException("this thread belongs to no running cell"));
  }

  @Override
  public String getBanner() {
    return "Heddle " + VERSION + ", Java " + Runtime.version();
  }

  @Override
  public void display(DisplayData data) {
    publisher.show(attribution.current(), "display_data", Output.json(data));
  }

  @Override
  public Renderer renderer() {
    return getRenderer();
  }

  @Override
  public void show(DisplayData data) {
    display(data);
  }

  @Override
  public void update(DisplayData data) {
    publisher.show(attribution.current(), "update_display_data", Output.json(data));
  }

  @Override
  public void clear(boolean wait) {
    publisher.clear(attribution.current(), wait);
  }

  /// Evaluates Java inside the running cell, or outside of any, for extensions.
  @Override
  public @Nullable Object evalRaw(String source) {
    int number = cells.current().map(cell -> cell.cell().number()).orElse(0);
    Evaluator java = evaluator.join();
    Scope scope =
        cells
            .current()
            .map(RunningCell::scope)
            .orElseGet(() -> Scope.root("extension", java.loopBreaker()));
    return switch (java.evaluate(number, new Fragment(source, Position.START), scope)) {
      case Evaluation.Value(var value) -> value;
      case Evaluation.Done(), Evaluation.Stopped() -> null;
      case Evaluation.Rejected(var problems) -> throw new IllegalArgumentException(problems);
      case Evaluation.Threw(var exception) -> throw new IllegalStateException(exception);
    };
  }

  @Override
  public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
    return evaluator
        .join()
        .inspect(code, at)
        .map(inspection -> {
          DisplayData data = new DisplayData(inspection.text());
          data.putMarkdown(inspection.markdown());
          return data;
        })
        .orElse(null);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    Completions found = evaluator.join().complete(code, at);
    List<String> texts = found.completions().stream().map(Completion::text).toList();
    return new ReplacementOptions(texts, found.start(), found.end());
  }

  @Override
  public String isComplete(String code) {
    return switch (evaluator.join().completeness(code)) {
      case Completeness.Complete() -> IS_COMPLETE_YES;
      case Completeness.Invalid() -> IS_COMPLETE_BAD;
      case Completeness.Unknown() -> IS_COMPLETE_MAYBE;
      case Completeness.Incomplete(String indent) -> indent;
    };
  }

  @Override
  public void interrupt() {
    cells.stop();
  }

  /// An extension that fails is left out; the kernel goes on without it.
  @Override
  protected void installExtension(Extension extension) {
    try {
      super.installExtension(extension);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "An extension was left out: " + extension.getClass().getName(), e);
    }
  }

  private static LanguageInfo language() {
    return new LanguageInfo.Builder("java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  /// The library's streams, for extensions that write to them.
  static final class KernelIo extends JupyterIO {
    KernelIo(ShellReplyEnvironment replies) {
      super(StandardCharsets.UTF_8);
      setEnv(replies);
    }
  }
}
