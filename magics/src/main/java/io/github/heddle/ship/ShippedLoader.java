package io.github.heddle.ship;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The class loader of a notebook in a worker. Any thread may load classes; one gives it files.
final class ShippedLoader extends NotebookLoader {
  private volatile Map<String, ClassFile> files = Map.of();

  ShippedLoader(ClassLoader parent) {
    super("notebook", parent);
  }

  /// Whether none of these has the name of another class that is here.
  boolean canTake(Collection<ClassFile> more) {
    return more.stream()
        .allMatch(each -> files.getOrDefault(each.name(), each).digest().equals(each.digest()));
  }

  void take(Collection<ClassFile> more, List<URI> libraries) {
    Map<String, ClassFile> all = new HashMap<>(files);
    more.forEach(each -> all.put(each.name(), each));
    files = Map.copyOf(all);
    libraries.stream().map(ShippedLoader::url).filter(this::isNew).forEach(this::addURL);
  }

  private boolean isNew(URL library) {
    return Arrays.stream(getURLs())
        .noneMatch(each -> each.toExternalForm().equals(library.toExternalForm()));
  }

  private static URL url(URI place) {
    try {
      return place.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no place of classes: " + place, e);
    }
  }

  /// To look for them elsewhere first would open the jar of this library, which takes longer than
  /// all else at the start of a worker.
  @Override
  protected boolean ofCells(String className) {
    return files.containsKey(className);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ClassFile file = files.get(name);
    return file == null
        ? super.findClass(name)
        : defineClass(name, file.bytes(), 0, file.bytes().length);
  }
}
