package io.github.heddle.kernel.evaluation;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;

/// Where documentation is read from beside the sources of the JDK: Heddle's own, which lie in its
/// jar, and those of libraries. JShell looks at a list of its own that it shows nobody; it is
/// reached with `--add-opens jdk.jshell/jdk.jshell`, and where that is missing such names have a
/// signature and no more. Used by the thread that compiles.
final class Sources {
  private static final Logger LOG = System.getLogger(Sources.class.getName());

  /// Where the sources are in the jar; not at its root, where the compiler would take them for what
  /// is to be compiled.
  private static final String ROOT = "heddle-sources/";

  /// One type for each module.
  private static final List<String> OWN =
      List.of("io/github/heddle/Heddle.java", "io/github/heddle/kernel/display/Notebook.java");

  private final Set<Path> added = new LinkedHashSet<>();
  private boolean begun;

  /// Adds those of libraries: jars or folders.
  void add(Collection<Path> places) {
    added.addAll(places);
  }

  /// Makes an analysis look at them.
  void enter(SourceCodeAnalysis analysis) {
    if (!begun) {
      begun = true;
      OWN.forEach(this::addOwn);
    }
    try {
      Method find = analysis.getClass().getDeclaredMethod("findSources");
      find.setAccessible(true);
      enter(find.invoke(analysis));
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      LOG.log(Level.DEBUG, "No sources beside those of the JDK", notHere);
    }
  }

  @SuppressWarnings("unchecked") // a List<Path> in JDK 25
  private void enter(Object known) {
    List<Path> places = (List<Path>) known;
    added.stream().filter(place -> !places.contains(place)).forEach(places::add);
  }

  private void addOwn(String type) {
    URL found = Sources.class.getClassLoader().getResource(ROOT + type);
    if (found != null) {
      try {
        added.add(root(found.toURI(), type));
      } catch (IOException | URISyntaxException e) {
        LOG.log(Level.DEBUG, "Heddle's sources cannot be read", e);
      }
    }
  }

  private static Path root(URI found, String type) throws IOException {
    String address = found.toString();
    String root = address.substring(0, address.length() - type.length());
    return found.getScheme().equals("jar") ? inJar(root) : Path.of(URI.create(root));
  }

  /// Stays open as long as the kernel lives.
  private static Path inJar(String root) throws IOException {
    String[] parts = root.split("!", 2);
    return FileSystems.newFileSystem(
            Path.of(URI.create(parts[0].substring("jar:".length()))), Map.of())
        .getPath(parts[1]);
  }
}
