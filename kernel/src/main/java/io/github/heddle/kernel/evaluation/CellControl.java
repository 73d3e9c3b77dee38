package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.evaluation.CellThread.Ran;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/// Runs snippets in this JVM, on the thread of their cell, and keeps what they returned or threw as
/// it is. While a snippet runs the compiler is free for other threads.
final class CellControl extends DirectExecutionControl {
  private final CellClasses classes;
  private final Lock compiler;
  private Optional<CellThread> thread = Optional.empty();
  private Ran last = new Ran.Returned(null);

  /// @param compiler held by the thread that compiles, once
  CellControl(CellClasses classes, Lock compiler) {
    super(classes);
    this.classes = classes;
    this.compiler = compiler;
  }

  /// The way the compiler wants to be given this.
  ExecutionControlProvider provider() {
    CellControl control = this;
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "heddle";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return control;
      }
    };
  }

  /// Snippets run on this thread from now on, or not at all.
  void runOn(Optional<CellThread> cellThread) {
    thread = cellThread;
    last = new Ran.Returned(null);
  }

  /// What came of the snippet that ran last.
  Ran last() {
    return last;
  }

  /// Runs a method of a class that belongs to no snippet.
  ///
  /// @return nothing if the JVM does not take the class
  Optional<Ran> run(String className, String methodName, CellThread cellThread) {
    runOn(Optional.of(cellThread));
    try {
      invoke(className, methodName);
      return Optional.of(last);
    } catch (RunException unresolved) {
      return Optional.of(last);
    } catch (InternalException | EngineTerminationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void redefine(ClassBytecodes[] changed)
      throws ClassInstallException, NotImplementedException {
    classes.redefine(changed);
  }

  @Override
  public String invoke(String className, String methodName)
      throws RunException, InternalException, EngineTerminationException {
    classes.settle();
    return super.invoke(className, methodName);
  }

  @Override
  protected String invoke(Method snippet) {
    if (thread.isEmpty() || !(last instanceof Ran.Returned)) {
      return ""; // of int a = f(), b = 2; the second is not run when the first failed
    }
    compiler.unlock();
    try {
      last = thread.get().run(() -> snippet.invoke(null));
    } finally {
      compiler.lock();
    }
    if (last instanceof Ran.Threw(SPIResolutionException unresolved)) {
      throw unresolved;
    }
    return "";
  }
}
