package io.github.heddle.kernel.weave;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Replaces the code of classes that are in use, so that objects and static fields stay as they
/// are. The JVM offers this only where the kernel was started from its jar, whose manifest names
/// this class as `Launcher-Agent-Class`.
public final class Redefinition {
  /// Completed once, by the JVM, before `main`.
  private static final CompletableFuture<Instrumentation> GIVEN = new CompletableFuture<>();

  private final Instrumentation instrumentation;

  private Redefinition(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /// Called by the JVM when it starts.
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    GIVEN.complete(instrumentation);
  }

  /// The means to redefine classes, where this JVM gave them.
  public static Optional<Redefinition> available() {
    return Optional.ofNullable(GIVEN.getNow(null))
        .filter(Instrumentation::isRedefineClassesSupported)
        .map(Redefinition::new);
  }

  /// Redefines all of the classes or none.
  ///
  /// @return whether it could be done: new code may not add, remove or change fields or the
  ///   signatures of methods
  public boolean redefine(Map<Class<?>, byte[]> classFiles) {
    ClassDefinition[] definitions =
        classFiles.entrySet().stream()
            .map(each -> new ClassDefinition(each.getKey(), each.getValue()))
            .toArray(ClassDefinition[]::new);
    try {
      instrumentation.redefineClasses(definitions);
      return true;
    } catch (UnsupportedOperationException | LinkageError e) {
      return false; // the shape changed
    } catch (ClassNotFoundException | UnmodifiableClassException e) {
      throw new IllegalArgumentException("not classes of cells", e);
    }
  }
}
