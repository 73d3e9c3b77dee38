package io.github.heddle.jupyter;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.host.Host;
import io.github.heddle.host.HostProvider;
import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
import io.github.heddle.plan.ModelProfile;
import java.util.List;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// Installs the magics of this library, and lets a run show itself. Found by kernels on the class
/// path; needs one that is a [HostProvider].
public final class HeddleMagics implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    MagicsRegistry magics = kernel.getMagicsRegistry();
    for (ModelProfile model : Models.all().stream().map(Model::profile).toList()) {
      magics.registerCellMagic(
          model.name(),
          (host, arguments, body) ->
              eval(
                  model.name(),
                  (cell, its) -> new ModelMagic(model, cell, its).eval(),
                  host,
                  new Call(arguments, body)));
    }
    magics.registerCellMagic(
        CompareMagic.NAME,
        (host, arguments, body) ->
            eval(
                CompareMagic.NAME,
                (cell, its) -> new CompareMagic(cell, its).eval(),
                host,
                new Call(arguments, body)));
    kernel.getRenderer().createRegistration(Run.class).register(RunView::render);
    kernel.getRenderer().createRegistration(Comparison.class).register(ComparisonView::render);
  }

  /// What a magic does with its cell.
  @FunctionalInterface
  private interface Magic {
    void eval(CellMagic cell, Host host) throws CellException, InterruptedException;
  }

  /// What a magic was called with.
  private record Call(List<String> arguments, String body) {}

  private static @Nullable Object eval(String name, Magic magic, BaseKernel kernel, Call call)
      throws CellException, InterruptedException {
    if (!(kernel instanceof HostProvider provider)) {
      throw new IllegalStateException("%%" + name + " needs the Heddle kernel");
    }
    Host host = provider.host();
    magic.eval(cell(name, host, call), host);
    return null;
  }

  /// The cell as it was written, with its columns; or, where the magic was called from code, as it
  /// could have been written.
  private static CellMagic cell(String name, Host host, Call call) throws CellException {
    if (host.cell().parse() instanceof CellMagic written && written.line().name().equals(name)) {
      return written;
    }
    String line = "%%" + name + " " + String.join(" ", call.arguments);
    return (CellMagic) new Cell(host.cell().number(), line + "\n" + call.body).parse();
  }
}
