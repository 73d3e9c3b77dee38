package io.github.heddle.kernel.install;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What starts the kernel: a Java, a jar, and perhaps a cache that makes it quicker.
///
/// @param java the `java` command
/// @param jar the kernel's jar
/// @param cache the JVM's ahead-of-time cache of it
public record Launch(Path java, Path jar, Optional<Path> cache) {
  /// Pictures are drawn without a screen. How many threads compile and collect garbage is left to
  /// the JVM, which knows how many cores it has.
  private static final String HEADLESS = "-Djava.awt.headless=true";

  /// After 15 s without a collection there is one, beside the running code: a kernel that waits
  /// gives back the memory of what has ended. G1 does so only when it is told to; other collectors
  /// take no notice.
  private static final String GIVE_BACK = "-XX:G1PeriodicGCInterval=15000";

  /// A small heap to begin with, which grows as cells need it: large enough for the first cell,
  /// whose start would wait for the garbage collector otherwise. Left to itself the JVM begins with
  /// a 64th of the machine's memory and uses all of that before it first looks what is garbage.
  private static final String BEGIN_SMALL = "-Xms48m";

  /// The heap grows once collections take a seventh of the time, not a thirteenth: javac's garbage
  /// let it grow to four times of what it began with.
  private static final String GROW_LATER = "-XX:GCTimeRatio=6";

  /// The second compiler begins later than usual, after eight times as many calls and turns of a
  /// loop: what the start needs is over by then, and had kept a core busy that the first cell waits
  /// for. A cell that computes is there within milliseconds all the same.
  private static final List<String> SECOND_COMPILER_LATER =
      List.of(
          "-XX:Tier4InvocationThreshold=40000",
          "-XX:Tier4MinInvocationThreshold=4800",
          "-XX:Tier4CompileThreshold=120000",
          "-XX:Tier4BackEdgeThreshold=320000");

  /// Nor does it learn from the rehearsal what was often called there: it would compile all of that
  /// at once.
  private static final List<String> WITHOUT_TRAINING =
      List.of("-XX:-AOTRecordTraining", "-XX:-AOTReplayTraining");

  /// A cache that is missing, damaged, or of another jar or Java is left aside, and the JVM says
  /// nothing of it: its lines would stand in the log of the server at every start.
  private static final String SILENT = "-Xlog:aot*=off";

  /// What [#COMPILER] says is taken without a line on standard output at each start. Crash reports
  /// and thread dumps by `jcmd` are not affected.
  private static final List<String> WITHOUT_A_WORD =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-DisplayVMOutput");

  /// The name of a file beside the jar that keeps the JVM's second compiler from code that runs for
  /// the cells and not in them: javac and JShell, which is large and whose profile changes with
  /// every cell, and what reads modules, weaves classes and carries messages. It was compiled again
  /// and again beside short cells: 20 ms of the processor for each of the first. What cells run is
  /// compiled as ever.
  static final String COMPILER = "heddle-compiler.json";

  /// The Java and the jar that this process runs.
  ///
  /// @throws IOException if it was not started from a jar
  public static Launch ofThisProcess() throws IOException {
    CodeSource source = Launch.class.getProtectionDomain().getCodeSource();
    Path jar = Path.of(location(source));
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "not started from a jar but from %s; run `java -jar heddle-kernel.jar install`"
              .formatted(jar));
    }
    return new Launch(javaIn(Path.of(System.getProperty("java.home"))), jar, Optional.empty());
  }

  /// The same start with the jar at another place.
  Launch withJar(Path other) {
    return new Launch(java, other, Optional.empty());
  }

  /// The same start with a cache.
  Launch withCache(Path made) {
    return new Launch(java, jar, Optional.of(made));
  }

  /// The command line, in the form of a kernel.json: all paths absolute, the connection file a
  /// placeholder.
  List<String> command() {
    return command(
        cache.map(made -> prepared("-XX:AOTCache=" + made, SILENT)).orElse(List.of()),
        "{connection_file}");
  }

  /// The command line that makes a cache.
  List<String> rehearsal(Path made) {
    return command(prepared("-XX:AOTCacheOutput=" + made), "rehearse");
  }

  /// Flags that this Java is known to take once the rehearsal has ended well.
  private List<String> prepared(String... cacheFlags) {
    List<String> flags = new ArrayList<>(List.of(cacheFlags));
    flags.addAll(WITHOUT_A_WORD);
    flags.addAll(WITHOUT_TRAINING);
    flags.addAll(SECOND_COMPILER_LATER);
    flags.add("-XX:CompilerDirectivesFile=" + jar.toAbsolutePath().resolveSibling(COMPILER));
    return flags;
  }

  private List<String> command(List<String> flags, String argument) {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toAbsolutePath().toString(), HEADLESS, GIVE_BACK, BEGIN_SMALL, GROW_LATER));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), argument));
    return command;
  }

  private static Path javaIn(Path home) {
    Path windows = home.resolve("bin").resolve("java.exe");
    return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
  }

  private static URI location(CodeSource source) throws IOException {
    try {
      return source.getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the kernel's own jar has no usable address", e);
    }
  }
}
