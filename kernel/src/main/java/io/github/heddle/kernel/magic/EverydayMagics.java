package io.github.heddle.kernel.magic;

import io.github.heddle.host.Host;
import io.github.heddle.host.HostProvider;
import io.github.heddle.kernel.evaluation.Evaluator;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// Registers the everyday magics.
///
/// @param evaluator what `%maven` and `%classpath` give classes to
/// @param say prints a line under the cell of the calling thread
public record EverydayMagics(Evaluator evaluator, Consumer<String> say) {
  /// Registers them.
  public void registerIn(MagicsRegistry registry) {
    Path repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
    MavenMagic maven = new MavenMagic(repository, evaluator::addToClassPath, say);
    ClasspathMagic classpath = new ClasspathMagic(evaluator::addToClassPath);
    MagicsMagic magics = new MagicsMagic(registry, MagicSummaries::of, say);
    TimeMagic time = new TimeMagic(Stopwatch.ofThisProcess(), say);
    registry
        .registerLineMagic("maven", effect(maven::add))
        .registerLineMagic("classpath", effect(classpath::add))
        .registerLineMagic("magics", effect(words -> magics.list()))
        .registerLineMagic("time", (kernel, words) -> time.line(hostOf(kernel), words))
        .registerCellMagic("time", (kernel, words, body) -> time.cell(hostOf(kernel), body));
  }

  /// What a line magic without a value does with its words.
  @FunctionalInterface
  private interface Effect {
    void on(List<String> words) throws Exception;
  }

  private static LineMagic<@Nullable Object, BaseKernel> effect(Effect effect) {
    return (kernel, words) -> {
      effect.on(words);
      return null;
    };
  }

  private static Host hostOf(BaseKernel kernel) {
    if (kernel instanceof HostProvider provider) {
      return provider.host();
    }
    throw new IllegalStateException("this magic needs Heddle's kernel, not " + kernel.getClass());
  }
}
