package io.github.heddle.kernel.magic;

import io.github.heddle.host.Host;
import io.github.heddle.host.HostProvider;
import io.github.heddle.kernel.display.Screen;
import io.github.heddle.kernel.evaluation.Evaluator;
import io.github.heddle.scope.Scope;
import io.github.heddle.worker.WarmWorkers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// Registers the everyday magics.
///
/// @param evaluator what `%maven` and `%classpath` give classes to, and `%who` asks
/// @param screen where tables are shown
/// @param loading what `%load` gives code to
/// @param endLeft ends what cells left running, and tells what came of it
/// @param say prints a line under the cell of the calling thread
public record EverydayMagics(
    Evaluator evaluator,
    Screen screen,
    Loading loading,
    Supplier<String> endLeft,
    Consumer<String> say) {
  /// Registers them.
  public void registerIn(MagicsRegistry registry) {
    MavenMagic maven =
        new MavenMagic(
            Path.of(System.getProperty("user.home"), ".m2"),
            evaluator::addToClassPath,
            sources ->
                Scope.outside("heddle-sources", () -> evaluator.addSources(sources.get())).start(),
            new MavenMagic.Words(say, () -> new RenewedLine(screen)));
    ClasspathMagic classpath = new ClasspathMagic(evaluator::addToClassPath);
    MagicsMagic magics = new MagicsMagic(registry, MagicSummaries::of, say);
    WhoMagic who = new WhoMagic(evaluator::variables, screen, say);
    LoadMagic load = new LoadMagic(loading, say);
    registry
        .registerLineMagic("maven", effect("maven", maven::add))
        .registerLineMagic("classpath", effect("classpath", classpath::add))
        .registerLineMagic("who", effect("who", who::show))
        .registerLineMagic("load", effect("load", load::load))
        .registerLineMagic("stop", effect("stop", words -> say.accept(endLeft.get())))
        .registerLineMagic("magics", effect("magics", words -> magics.list()))
        .registerLineMagic("env", line("env", this::env));
    registerTimes(registry);
  }

  private void registerTimes(MagicsRegistry registry) {
    TimeMagic time = new TimeMagic(Stopwatch.ofThisProcess(), say);
    TimeitMagic timeit = new TimeitMagic(System::nanoTime);
    registry
        .registerLineMagic("time", line("time", time::line))
        .registerCellMagic("time", cell("time", (host, _, body) -> time.cell(host, body)))
        .registerLineMagic("timeit", line("timeit", timeit::line))
        .registerCellMagic("timeit", cell("timeit", timeit::cell));
  }

  private @Nullable Object env(Host host, List<String> words) {
    Runnable renew =
        () -> host.scope().services().get(WarmWorkers.class).ifPresent(WarmWorkers::renew);
    new EnvMagic(Environment.ofThisProcess(), renew, say).run(EnvMagic.text(words));
    return null;
  }

  /// What a line magic without a value does with its words.
  @FunctionalInterface
  private interface Effect {
    void on(List<String> words) throws Exception;
  }

  /// What a line magic does with its words for the cell under way.
  @FunctionalInterface
  private interface OfLine {
    @Nullable Object on(Host host, List<String> words) throws Exception;
  }

  /// What a cell magic does with its words and body for the cell under way.
  @FunctionalInterface
  private interface OfCell {
    @Nullable Object on(Host host, List<String> words, String body) throws Exception;
  }

  private LineMagic<@Nullable Object, BaseKernel> effect(String name, Effect effect) {
    return (kernel, words) -> {
      if (MagicHelp.asked(words)) {
        say.accept(MagicHelp.of(name));
      } else {
        effect.on(words);
      }
      return null;
    };
  }

  private LineMagic<@Nullable Object, BaseKernel> line(String name, OfLine magic) {
    return (kernel, words) -> {
      if (MagicHelp.asked(words)) {
        say.accept(MagicHelp.of(name));
        return null;
      }
      return magic.on(hostOf(kernel), words);
    };
  }

  private CellMagic<@Nullable Object, BaseKernel> cell(String name, OfCell magic) {
    return (kernel, words, body) -> {
      if (MagicHelp.asked(words)) {
        say.accept(MagicHelp.of(name));
        return null;
      }
      return magic.on(hostOf(kernel), words, body);
    };
  }

  private static Host hostOf(BaseKernel kernel) {
    if (kernel instanceof HostProvider provider) {
      return provider.host();
    }
    throw new IllegalStateException("this magic needs Heddle's kernel, not " + kernel.getClass());
  }
}
