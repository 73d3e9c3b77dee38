package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.weave.CellWeaver;
import io.github.heddle.kernel.weave.StopChecks;
import io.github.heddle.kernel.weave.WovenLoader;
import io.github.heddle.ship.NotebookLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The class loader of all cells: classes that cells declared, then jars added to the notebook.
/// Classes are defined when they are first used, on the thread that uses them.
final class CellLoader extends NotebookLoader implements WovenLoader {
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();
  private final StopChecks stopChecks = new StopChecks();
  private final CellWeaver weaver = new CellWeaver(this);

  CellLoader(ClassLoader parent) {
    super("cells", parent);
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

  @Override
  protected boolean ofCells(String className) {
    return classFiles.containsKey(resource(className));
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
}
