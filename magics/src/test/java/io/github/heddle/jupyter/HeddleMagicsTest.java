package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.heddle.Heddle;
import io.github.heddle.Run;
import io.github.heddle.cell.Position;
import io.github.heddle.host.FakeHost;
import io.github.heddle.task.Work;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

class HeddleMagicsTest {
  private static final Work<Integer, Integer> NUMBERS =
      new Work<>(Optional.empty(), (task, _) -> task);

  @Test
  void isFoundAsAnExtension() {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(HeddleMagics.class);
  }

  @Test
  void magicsRunTheCellOfTheHost() throws Exception {
    FakeHost host = new FakeHost("\n  %%threads -n 2\ntask", NUMBERS);

    installed(new SmallKernel.Hosting(host)).eval("threads", List.of("-n", "2"), "task");

    assertThat(host.texts().getFirst()).isEqualTo("[0, 1]");
    assertThat(host.compiled.getFirst().body().at()).isEqualTo(new Position(3, 1));
  }

  @Test
  void magicMayBeCalledFromCode() throws Exception {
    FakeHost host = new FakeHost("cellMagic(\"threads\", ...)", NUMBERS);

    installed(new SmallKernel.Hosting(host)).eval("sequential", List.of("-n", "3"), "task");

    assertThat(host.texts().getFirst()).isEqualTo("[0, 1, 2]");
  }

  @Test
  void kernelWithoutHostIsToldWhatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> installed(new SmallKernel()).eval("threads", List.of(), "task"))
        .withMessage("%%threads needs the Heddle kernel");
  }

  @Test
  void runShowsItself() {
    SmallKernel kernel = new SmallKernel();
    new HeddleMagics().install(kernel);
    Run<Integer> run = Heddle.threads(2).tasks(4).run(task -> task);

    DisplayData shown = kernel.getRenderer().render(run);

    assertThat(shown.hasDataForType(MIMEType.parse("application/vnd.vegalite.v5+json"))).isTrue();
    assertThat((String) shown.getData(MIMEType.TEXT_PLAIN)).startsWith("threads: 4 tasks");
  }

  private interface Magic {
    void eval(String name, List<String> arguments, String body) throws Exception;
  }

  private static Magic installed(SmallKernel kernel) {
    new HeddleMagics().install(kernel);
    return (name, arguments, body) ->
        kernel.getMagicsRegistry().evalCellMagic(kernel, name, arguments, body);
  }
}
