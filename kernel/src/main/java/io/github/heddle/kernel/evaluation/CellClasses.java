package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.weave.CellSource;
import io.github.heddle.kernel.weave.CellWeaver;
import io.github.heddle.kernel.weave.Redefinition;
import io.github.heddle.kernel.weave.Shape;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
  private final Set<String> promised = new HashSet<>();
  private final Optional<Redefinition> redefinition = Redefinition.available();
  private final CellLoader loader;
  private final CellWeaver weaver;
  private final Snippets snippets;
  private final BiConsumer<String, byte[]> compiled;

  /// @param compiled is given each class of a snippet as the compiler made it
  CellClasses(CellLoader loader, Snippets snippets, BiConsumer<String, byte[]> compiled) {
    this.loader = loader;
    this.snippets = snippets;
    this.compiled = compiled;
    this.weaver = new CellWeaver(loader);
  }

  @Override
  public void load(ClassBytecodes[] classes) {
    for (ClassBytecodes each : classes) {
      compiled.accept(each.name(), each.bytecodes());
      arrived(each.name(), weaver.sendable(each.bytecodes()));
    }
  }

  /// Brings in classes that belong to no snippet.
  void define(Map<String, byte[]> classFiles, CellSource source) {
    classFiles.forEach(
        (name, classFile) -> loader.declare(name, weaver.asIn(source, weaver.sendable(classFile))));
  }

  private void arrived(String name, byte[] classFile) {
    loader.declare(name, classFile);
    unsettled.put(name, classFile);
  }

  /// Takes new code for classes that are known, which keeps the values of variables. Where the JVM
  /// could not do that the compiler is told so, and loads classes of other names in their place. It
  /// is done when they settle, for all of them at once: for each time the JVM stops all threads and
  /// looks through everything it has loaded.
  void redefine(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException {
    if (redefinition.isEmpty()) {
      throw new NotImplementedException("not started from the jar");
    }
    Map<String, byte[]> sendable = new LinkedHashMap<>();
    for (ClassBytecodes each : classes) {
      sendable.put(each.name(), weaver.sendable(each.bytecodes()));
    }
    if (!sendable.entrySet().stream().allMatch(this::fits)) {
      throw new ClassInstallException("the shape changed", new boolean[classes.length]);
    }
    for (ClassBytecodes each : classes) {
      compiled.accept(each.name(), each.bytecodes());
    }
    sendable.forEach(this::arrived);
    promised.addAll(sendable.keySet());
  }

  private boolean fits(Map.Entry<String, byte[]> changed) {
    return !loader.defined(changed.getKey())
        || Shape.of(loader.declared(changed.getKey())).equals(Shape.of(changed.getValue()));
  }

  /// Makes classes what their cells say that were loaded since the last time. To be called before
  /// snippets run.
  void settle() {
    Map<Class<?>, byte[]> inUse = new LinkedHashMap<>();
    unsettled.forEach((name, classFile) -> {
      byte[] asInCell =
          snippets.source(name).map(source -> weaver.asIn(source, classFile)).orElse(classFile);
      loader.declare(name, asInCell);
      if (loader.defined(name)) {
        inUse.put(loader.known(name), weaver.withChecks(asInCell));
      }
    });
    unsettled.clear();
    redefinition.filter(_ -> !inUse.isEmpty()).ifPresent(means -> renew(means, inUse));
    promised.clear();
  }

  /// All at once; where the JVM refuses that, one by one: a class that was used before it settled
  /// may then go on without the lines of its cell.
  private void renew(Redefinition means, Map<Class<?>, byte[]> classFiles) {
    if (!means.redefine(classFiles)) {
      classFiles.forEach((type, classFile) -> {
        if (!means.redefine(Map.of(type, classFile)) && promised.contains(type.getName())) {
          throw new IllegalStateException("the JVM refused new code for " + type.getName());
        }
      });
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
