package io.github.heddle.ship;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The class files of a notebook: those that its class loader has of its own. Classes of jars that
/// were added to it are not among them, and neither are those on the class path, which every worker
/// has.
///
/// @param loader the class loader of the notebook
record NotebookFiles(ClassLoader loader) {
  private static final ClassLoader CLASS_PATH = NotebookFiles.class.getClassLoader();

  /// Whether a class comes from the notebook or from its jars, not from the class path.
  static boolean isOffClassPath(Class<?> type) {
    for (ClassLoader at = CLASS_PATH; at != null; at = at.getParent()) {
      if (at.equals(type.getClassLoader())) {
        return false;
      }
    }
    return type.getClassLoader() != null;
  }

  /// The class file of a class of the notebook.
  ///
  /// @param name with slashes, as class files name it
  Optional<byte[]> of(String name) {
    String resource = name + ".class";
    return isElsewhere(name, resource) ? Optional.empty() : read(resource);
  }

  /// Jars and folders that were added to the notebook.
  List<URI> libraries() {
    List<URI> libraries = new ArrayList<>();
    for (ClassLoader at = loader; at instanceof URLClassLoader jars; at = at.getParent()) {
      Arrays.stream(jars.getURLs()).map(NotebookFiles::uri).forEach(libraries::add);
    }
    return libraries;
  }

  private boolean isElsewhere(String name, String resource) {
    return name.startsWith("java/")
        || CLASS_PATH.getResource(resource) != null
        || loader.getResource(resource) != null;
  }

  private Optional<byte[]> read(String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return Optional.ofNullable(in == null ? null : in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(URL place) {
    try {
      return place.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path with no URI: " + place, e);
    }
  }
}
