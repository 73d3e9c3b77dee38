package io.github.heddle.kernel.evaluation;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// The class files of the jar that this JVM runs. The JVM has that jar open anyway and knows what
/// is in it, where the compiler would unpack its directory anew. Any thread.
final class OwnClasses {
  /// One of them.
  static final class ClassFile extends SimpleJavaFileObject {
    private final ZipFile jar;
    private final String entry;

    private ClassFile(ZipFile jar, String entry) {
      super(URI.create("heddle:///" + entry), Kind.CLASS);
      this.jar = jar;
      this.entry = entry;
    }

    /// The name of the class for the JVM, such as `java.util.Map$Entry`.
    String binaryName() {
      return entry.substring(0, entry.length() - Kind.CLASS.extension.length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return jar.getInputStream(new ZipEntry(entry));
    }
  }

  private final Path place;
  private final ZipFile jar;
  private final Map<String, List<String>> byPackage = new HashMap<>();

  /// Opens a jar for as long as this JVM lives.
  ///
  /// @throws IOException if it cannot be read
  OwnClasses(Path place) throws IOException {
    this.place = place;
    this.jar = new ZipFile(place.toFile());
    jar.entries().asIterator().forEachRemaining(each -> enter(each.getName()));
  }

  /// Those of this JVM, where all it runs is one jar.
  static Optional<OwnClasses> ofThisJvm() {
    String classPath = System.getProperty("java.class.path");
    if (classPath.contains(File.pathSeparator) || !Files.isRegularFile(Path.of(classPath))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OwnClasses(Path.of(classPath)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void enter(String entry) {
    if (entry.endsWith(JavaFileObject.Kind.CLASS.extension)) {
      int end = Math.max(0, entry.lastIndexOf('/'));
      byPackage.computeIfAbsent(entry.substring(0, end), _ -> new ArrayList<>()).add(entry);
    }
  }

  /// The jar.
  Path place() {
    return place;
  }

  /// The classes of a package.
  List<JavaFileObject> in(String packageName) {
    return byPackage.getOrDefault(packageName.replace('.', '/'), List.of()).stream()
        .<JavaFileObject>map(entry -> new ClassFile(jar, entry))
        .toList();
  }
}
