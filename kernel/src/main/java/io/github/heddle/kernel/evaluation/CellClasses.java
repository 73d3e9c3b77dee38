package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.weave.CellWeaver;
import io.github.heddle.kernel.weave.Redefinition;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;

/// Brings compiled snippets into the JVM. The compiler hands them over before it is known which
/// snippet they come from, so they wait until [#settle] makes them what their cells say.
///
/// Used by the thread that compiles.
final class CellClasses implements LoaderDelegate {
  private final Map<String, byte[]> unsettled = new LinkedHashMap<>();
  private final Optional<Redefinition> redefinition = Redefinition.available();
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
      arrived(each.name(), weaver.sendable(each.bytecodes()));
    }
  }

  private void arrived(String name, byte[] classFile) {
    loader.declare(name, classFile);
    unsettled.put(name, classFile);
  }

  /// Gives classes that were loaded before new code, keeping the values of variables. Where that is
  /// not possible the compiler is told so, and loads classes of other names in their place.
  void redefine(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException {
    Redefinition means =
        redefinition.orElseThrow(() -> new NotImplementedException("not started from the jar"));
    Map<String, byte[]> sendable = new LinkedHashMap<>();
    Map<Class<?>, byte[]> classFiles = new LinkedHashMap<>();
    for (ClassBytecodes each : classes) {
      sendable.put(each.name(), weaver.sendable(each.bytecodes()));
    }
    sendable.forEach(
        (name, classFile) -> classFiles.put(loader.known(name), weaver.withChecks(classFile)));
    if (!means.redefine(classFiles)) {
      throw new ClassInstallException("the shape changed", new boolean[classes.length]);
    }
    sendable.forEach(this::arrived);
  }

  /// Makes classes what their cells say that were loaded since the last time. To be called before
  /// snippets run.
  void settle() {
    unsettled.forEach(this::settle);
    unsettled.clear();
  }

  private void settle(String name, byte[] classFile) {
    snippets
        .source(name)
        .map(source -> weaver.asIn(source, classFile))
        .ifPresent(asInCell -> settled(name, asInCell));
  }

  private void settled(String name, byte[] classFile) {
    loader.declare(name, classFile);
    if (loader.defined(name)) {
      redefinition.ifPresent(
          means -> means.redefine(Map.of(loader.known(name), weaver.withChecks(classFile))));
    }
  }

  /// What [#redefine] has done already.
  @Override
  public void classesRedefined(ClassBytecodes[] classes) {}

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
  public Class<?> findClass(String name) {
    return loader.known(name);
  }
}
