package io.github.heddle.kernel.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `install`: makes this kernel known to Jupyter. Ends with 0, or with 1 after saying
/// what is wrong and what to do.
@Command(
    name = "install",
    description = "Makes this kernel known to Jupyter: copies it and writes its kernel.json.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Install implements Callable<Integer> {
  private final JupyterFolders folders;
  private final Launch launch;

  @ArgGroup(heading = "Where to (default: --user):%n")
  private @Nullable Place place;

  @Option(
      names = "--name",
      defaultValue = "heddle",
      description = "name of the kernelspec, as in `jupyter lab --kernel` (${DEFAULT-VALUE})")
  private String name = "heddle";

  @Option(
      names = "--no-cache",
      description = "be quick: make no cache, which lets the kernel start twice as fast")
  private boolean noCache;

  @Spec private @Nullable CommandSpec spec;

  /// A place to install to; at most one of these is given.
  static final class Place {
    @Option(names = "--user", description = "for this user, in Jupyter's data folder")
    private boolean user;

    @Option(names = "--sys-prefix", description = "into the active virtual or Conda environment")
    private boolean sysPrefix;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "into DIR/share/jupyter/kernels, such as a virtual environment's folder")
    private @Nullable Path prefix;

    private Path kernels(JupyterFolders folders) throws IOException {
      if (sysPrefix) {
        return folders.environment();
      }
      return user || prefix == null ? folders.user() : JupyterFolders.under(prefix);
    }
  }

  /// A command that installs what `launch` starts into one of `folders`.
  public Install(JupyterFolders folders, Launch launch) {
    this.folders = folders;
    this.launch = launch;
  }

  /// The command as the kernel's own jar runs it.
  ///
  /// @throws IOException if the kernel was not started from a jar
  public static Install ofThisKernel() throws IOException {
    return new Install(JupyterFolders.ofThisProcess(), Launch.ofThisProcess());
  }

  @Override
  public Integer call() {
    try {
      Path folder = kernels().resolve(name);
      Kernelspec kernelspec = new Kernelspec(folder);
      Launch copied = kernelspec.copy(launch);
      kernelspec.describe(noCache ? copied : cached(kernelspec, indexed(kernelspec, copied)));
      say("Installed kernelspec %s in %s".formatted(name, folder));
      return 0;
    } catch (IOException e) {
      complain(e);
      return 1;
    }
  }

  private Launch indexed(Kernelspec kernelspec, Launch copied) {
    try {
      kernelspec.index(copied);
    } catch (IOException e) {
      say("Without an index of classes, so that it starts slower than it could: " + e.getMessage());
    }
    return copied;
  }

  private Launch cached(Kernelspec kernelspec, Launch copied) {
    try {
      kernelspec.cacheWorkers(copied);
      return kernelspec.cache(copied);
    } catch (IOException e) {
      say("Without a cache, so that it starts slower than it could: " + e.getMessage());
      return copied;
    }
  }

  private Path kernels() throws IOException {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IOException(
          "--name may have letters, digits, dots, hyphens and underscores only, not: " + name);
    }
    return place == null ? folders.user() : place.kernels(folders);
  }

  private void say(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
    }
  }

  private void complain(IOException e) {
    if (spec != null) {
      spec.commandLine().getErr().println("Cannot install the kernel: " + e.getMessage());
    }
  }
}
