package io.github.heddle.jupyter;

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
          model.name(), (host, arguments, body) -> eval(model, host, arguments, body));
    }
    kernel.getRenderer().createRegistration(Run.class).register(RunView::render);
  }

  private static @Nullable Object eval(
      ModelProfile model, BaseKernel kernel, List<String> arguments, String body)
      throws CellException, InterruptedException {
    if (!(kernel instanceof HostProvider provider)) {
      throw new IllegalStateException("%%" + model.name() + " needs the Heddle kernel");
    }
    Host host = provider.host();
    new ModelMagic(model, cell(model, host, arguments, body), host).eval();
    return null;
  }

  /// The cell as it was written, with its columns; or, where the magic was called from code, as it
  /// could have been written.
  private static CellMagic cell(ModelProfile model, Host host, List<String> arguments, String body)
      throws CellException {
    if (host.cell().parse() instanceof CellMagic written
        && written.line().name().equals(model.name())) {
      return written;
    }
    String line = "%%" + model.name() + " " + String.join(" ", arguments);
    return (CellMagic) new Cell(host.cell().number(), line + "\n" + body).parse();
  }
}
