package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.weave.CellWeaver;
import io.github.heddle.kernel.weave.StopChecks;
import io.github.heddle.kernel.weave.WovenLoader;
import io.github.heddle.ship.Precedence;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The class loader of all cells: classes that cells declared, then jars added to the notebook.
/// Classes are defined when they are first used, on the thread that uses them.
final class CellLoader extends URLClassLoader implements WovenLoader {
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();
  private final StopChecks stopChecks = new StopChecks();
  private final CellWeaver weaver = new CellWeaver(this);

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

  /// The class file that was declared last.
  byte[] declared(String name) {
    byte[] classFile = classFiles.get(resource(name));
    if (classFile == null) {
      throw new IllegalArgumentException("no cell declared " + name);
    }
    return classFile;
  }

  /// A class that was declared.
  Class<?> known(String name) {
    try {
      return Class.forName(name, false, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no cell declared " + name, e);
    }
  }

  /// A library that the notebook asked for stands before one of the kernel's that it happens to
  /// have of the same name; as it does for the compiler and in worker processes.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!inLibrary(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private boolean inLibrary(String name) {
    return getURLs().length > 0
        && Precedence.ofNotebook(name)
        && findResource(resource(name)) != null;
  }

  /// As with classes.
  @Override
  public @Nullable URL getResource(String name) {
    URL own = getURLs().length > 0 ? findResource(name) : null;
    return own == null ? super.getResource(name) : own;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(resource(name));
    return classFile == null ? super.findClass(name) : define(name, weaver.withChecks(classFile));
  }

  private Class<?> define(String name, byte[] woven) {
    return defineClass(name, woven, 0, woven.length);
  }

  @Override
  public StopChecks stopChecks() {
    return stopChecks;
  }

  /// Also the class files of cells, with lines of cells but without checks: as other processes may
  /// run them.
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
