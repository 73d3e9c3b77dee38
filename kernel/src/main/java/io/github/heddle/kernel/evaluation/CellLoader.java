package io.github.heddle.kernel.evaluation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The class loader of all cells: classes that cells declared, then jars added to the notebook.
/// Classes are defined when they are first used, on the thread that uses them.
final class CellLoader extends URLClassLoader {
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  CellLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /// Makes a class known, or, as long as nobody used it, replaces it.
  void declare(String name, byte[] classFile) {
    classFiles.put(resource(name), classFile);
  }

  /// Whether the class has been used.
  boolean defined(String name) {
    return findLoadedClass(name) != null;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(resource(name));
    return classFile == null
        ? super.findClass(name)
        : defineClass(name, classFile, 0, classFile.length);
  }

  /// Also the class files of cells.
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] classFile = classFiles.get(name);
    return classFile == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(classFile);
  }

  @Override
  protected void addURL(URL place) {
    super.addURL(place);
  }

  private static String resource(String className) {
    return className.replace('.', '/') + ".class";
  }
}
