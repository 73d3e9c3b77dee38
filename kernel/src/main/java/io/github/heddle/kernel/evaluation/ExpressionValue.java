package io.github.heddle.kernel.evaluation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Called by cells: evaluates a call that may give a value or none. Which of the two methods a
/// lambda goes to tells the Java compiler apart, so that nobody need ask it first.
public final class ExpressionValue {
  /// What a call without a value gives.
  public static final Object NONE = new Object();

  /// A call with a value.
  @FunctionalInterface
  public interface Computation {
    /// Makes the call.
    ///
    /// @throws Throwable what the cell throws
    @Nullable Object compute() throws Throwable;
  }

  /// A call without one.
  @FunctionalInterface
  public interface Effect {
    /// Makes the call.
    ///
    /// @throws Throwable what the cell throws
    void happen() throws Throwable;
  }

  private ExpressionValue() {}

  /// The value of a call.
  ///
  /// @throws Throwable what the cell throws
  public static @Nullable Object of(Computation call) throws Throwable {
    return call.compute();
  }

  /// Makes a call and gives [#NONE].
  ///
  /// @throws Throwable what the cell throws
  public static Object of(Effect call) throws Throwable {
    call.happen();
    return NONE;
  }

  /// The frames of a call. Below the one of this class its cell stands once more.
  public static List<StackTraceElement> above(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .takeWhile(frame -> !frame.getClassName().equals(ExpressionValue.class.getName()))
        .toList();
  }
}
