package io.github.heddle.kernel.classfiles;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Which classes are in which package, of the JDK's `java.base` and of a jar: written down at
/// installation, as the compiler needs the names of thousands of them for its first cell, and to go
/// through the JDK and the jar for them takes a tenth of a second of each start.
///
/// It is a text with a line for each package. The last line says for which JDK and which jar it
/// holds: without it the text is of no use. Immutable.
public final class ClassIndex {
  /// The module of the JDK in which nearly everything is that cells import.
  static final String BASE = "java.base";

  private static final String CLASS = ".class";

  /// No source can name them.
  private static final Pattern ANONYMOUS_OR_LOCAL = Pattern.compile("\\$\\d");

  private final Map<String, String> lines;

  private ClassIndex(Map<String, String> lines) {
    this.lines = lines;
  }

  /// Where the index is that belongs to a jar: beside it.
  public static Path besides(Path jar) {
    return jar.toAbsolutePath().resolveSibling("heddle-classes.txt");
  }

  /// Writes the index of this JDK and of a jar.
  ///
  /// @throws IOException if one of them cannot be read, or the file not be written
  public static void write(Path jar, Path file) throws IOException {
    Files.writeString(
        file, text(ofBase()) + text(ofJar(jar)) + text(Map.of("", List.of(holdsFor(jar)))));
  }

  private static String text(Map<String, List<String>> names) {
    return names.entrySet().stream()
        .map(each -> each.getKey() + " " + String.join(" ", each.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /// The index that was written for this JDK and a jar. Where there is none, or one of others, the
  /// index of the jar alone.
  ///
  /// @throws IOException if the jar cannot be read
  static ClassIndex of(Path jar) throws IOException {
    Map<String, String> written = written(besides(jar));
    return new ClassIndex(
        holdsFor(jar).equals(written.get("")) ? written : lines(text(ofJar(jar))));
  }

  private static Map<String, String> written(Path file) {
    try {
      return lines(Files.readString(file));
    } catch (IOException none) {
      return Map.of();
    }
  }

  private static String holdsFor(Path jar) throws IOException {
    Path jdk = Path.of(System.getProperty("java.home"), "lib", "modules");
    return "%s|%s|%s".formatted(Runtime.version(), stamp(jdk), stamp(jar)).replace(' ', '_');
  }

  private static String stamp(Path file) throws IOException {
    return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
  }

  private static Map<String, List<String>> ofBase() throws IOException {
    ModuleReference base = ModuleFinder.ofSystem().find(BASE).orElseThrow();
    Set<String> exported =
        base.descriptor().exports().stream()
            .filter(each -> !each.isQualified())
            .map(Exports::source)
            .collect(Collectors.toSet());
    try (ModuleReader reader = base.open();
        Stream<String> entries = reader.list()) {
      Map<String, List<String>> all = byPackage(BASE + "/", entries);
      all.keySet().removeIf(each -> !exported.contains(each.substring(BASE.length() + 1)));
      return all;
    }
  }

  private static Map<String, List<String>> ofJar(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return byPackage("/", file.stream().map(ZipEntry::getName));
    }
  }

  private static Map<String, List<String>> byPackage(String before, Stream<String> entries) {
    Map<String, List<String>> all = new TreeMap<>();
    entries
        .filter(each -> each.endsWith(CLASS) && each.contains("/") && !each.startsWith("META-INF/"))
        .filter(each -> !ANONYMOUS_OR_LOCAL.matcher(each).find())
        .forEach(each -> {
          int end = each.lastIndexOf('/');
          all.computeIfAbsent(
                  before + each.substring(0, end).replace('/', '.'), _ -> new ArrayList<>())
              .add(each.substring(end + 1, each.length() - CLASS.length()));
        });
    return all;
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new HashMap<>(2000);
    for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
      int names = text.indexOf(' ', start);
      if (names < 0 || names > end) {
        return Map.of(); // somebody else's text
      }
      lines.put(text.substring(start, names), text.substring(names + 1, end));
    }
    return lines;
  }

  /// The names of the classes in a package of `java.base`, without the package; empty where it
  /// exports none of that name.
  Optional<String[]> inBase(String packageName) {
    return names(BASE + "/" + packageName);
  }

  /// The same of the jar.
  Optional<String[]> inJar(String packageName) {
    return names("/" + packageName);
  }

  private Optional<String[]> names(String key) {
    return Optional.ofNullable(lines.get(key)).map(names -> names.split(" "));
  }
}
