package io.github.heddle.plan;

import io.github.heddle.trace.UsableCores;
import java.util.function.ToIntFunction;

/// What planning has to know of a model.
///
/// @param name as after the percent signs
/// @param defaultWorkers how many workers there are where nothing was said
public record ModelProfile(String name, ToIntFunction<UsableCores> defaultWorkers) {
  /// One task after the other.
  public static final ModelProfile SEQUENTIAL = new ModelProfile("sequential", cores -> 1);

  /// A pool of platform threads: enough for every core and a few tasks that wait, as in Python's
  /// `ThreadPoolExecutor`.
  public static final ModelProfile THREADS =
      new ModelProfile("threads", cores -> Math.min(32, (int) Math.ceil(cores.count()) + 4));
}
