package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.weave.CellWeaver;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.InternalException;

/// Brings compiled snippets into the JVM. The compiler hands them over before it is known which
/// snippet they come from, so they wait until [#settle] gives them the lines of their cells.
///
/// Used by the thread that compiles.
final class CellClasses implements LoaderDelegate {
  private final Map<String, byte[]> unsettled = new LinkedHashMap<>();
  private final CellLoader loader;
  private final CellWeaver weaver;
  private final Snippets snippets;

  CellClasses(CellLoader loader, Snippets snippets) {
    this.loader = loader;
    this.snippets = snippets;
    this.weaver = new CellWeaver(loader);
  }

  @Override
  public void load(ClassBytecodes[] classes) {
    for (ClassBytecodes each : classes) {
      unsettled.put(each.name(), each.bytecodes());
      loader.declare(each.name(), each.bytecodes());
    }
  }

  /// Gives lines of cells to what was loaded since the last time. To be called before snippets run.
  void settle() {
    unsettled.forEach((name, classFile) -> loader.declare(name, woven(name, classFile)));
    unsettled.clear();
  }

  private byte[] woven(String name, byte[] classFile) {
    return snippets.lines(name).map(lines -> weaver.withLines(classFile, lines)).orElse(classFile);
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    load(classes);
  }

  /// Adds one jar or folder.
  @Override
  public void addToClasspath(String place) throws InternalException {
    try {
      loader.addURL(Path.of(place).toUri().toURL());
    } catch (MalformedURLException e) {
      throw new InternalException("no such place: " + place);
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader);
  }
}
