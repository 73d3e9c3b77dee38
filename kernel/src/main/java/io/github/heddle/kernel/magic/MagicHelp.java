package io.github.heddle.kernel.magic;

import io.github.heddle.option.MagicUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What everyday magics say of themselves when they are asked with `--help` or `-h`.
public final class MagicHelp {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry(
              "maven",
              """
              %maven [--repo URL] GROUP:ARTIFACT:VERSION...
              Uses libraries in this notebook, with all that they need at run time.
                --repo URL  another repository than Maven Central
              Mirrors, servers with their passwords, proxies and the local repository are those of
              ~/.m2/settings.xml; encrypted passwords are not understood: use ${env.NAME}. What takes longer
              than a second is told while it is downloaded; sources, for inspection, come later.\
              """),
          Map.entry(
              "classpath",
              """
              %classpath PATH...
              Makes the classes of jars and folders visible to all cells from now on. A file name may be a
              pattern, such as lib/*.jar.\
              """),
          Map.entry(
              "load",
              """
              %load FILE
              Runs the code of a file in this session: every code cell of a notebook (.ipynb), with its
              magics; a Java file (.java), whose classes and methods are declared; a JShell script (.jsh).
              It stops at the first error, which names file, cell and line. Values of cells are not shown.\
              """),
          Map.entry(
              "who",
              """
              %who [NAME...]
              The variables that cells declared, or those named: name, type and value, shortened.\
              """),
          Map.entry(
              "env",
              """
              %env             all environment variables
              %env NAME        the value of one
              %env NAME=VALUE  sets one
              What is set holds for System.getenv in cells, for programs that cells start with
              ProcessBuilder, and for worker processes: those that wait are ended, new ones know it. What
              Java read at its own start, such as JAVA_TOOL_OPTIONS, changes nothing any more.\
              """),
          Map.entry(
              "time",
              """
              %time EXPRESSION
              %%time over a cell
              Runs it once, compiled before the clock starts: wall time, and CPU time of all threads.\
              """),
          Map.entry("timeit", TimeitOptions.HELP),
          Map.entry(
              "stop",
              """
              %stop
              Ends the threads that cells left running when they ended; the note under such a cell
              names them. What cannot be ended, since it is in native code, is named.\
              """),
          Map.entry("magics", "%magics\nAll magics, each with what it does."));

  private MagicHelp() {}

  /// Whether the words of a line ask for help.
  static boolean asked(List<String> words) {
    return words.equals(List.of("--help")) || words.equals(List.of("-h"));
  }

  /// What a magic says of itself.
  static String of(String name) {
    return TEXTS.getOrDefault(name, "%" + name);
  }

  /// What there is to be read on a magic: on one of the kernel's or of the library's.
  ///
  /// @param name without percent signs
  public static Optional<String> find(String name) {
    return Optional.ofNullable(TEXTS.get(name)).or(() -> MagicUsage.of(name));
  }
}
