package io.github.heddle.plan;

import io.github.heddle.trace.UsableCores;
import java.util.function.ToIntFunction;

/// What planning has to know of a model.
///
/// @param name as after the percent signs
/// @param defaultWorkers how many workers there are where nothing was said
public record ModelProfile(String name, ToIntFunction<UsableCores> defaultWorkers) {
  /// Whether one can choose how many workers there are.
  public boolean sizeable() {
    return !name.equals("sequential") && !name.equals("async");
  }

  /// One task after the other.
  public static final ModelProfile SEQUENTIAL = new ModelProfile("sequential", cores -> 1);

  /// One event loop.
  public static final ModelProfile ASYNC = new ModelProfile("async", cores -> 1);

  /// Virtual threads over as many carriers as cores.
  public static final ModelProfile VIRTUAL =
      new ModelProfile("virtual", cores -> (int) Math.ceil(cores.count()));

  /// A process for each core.
  public static final ModelProfile PROCESSES =
      new ModelProfile("processes", cores -> (int) Math.ceil(cores.count()));

  /// A pool of platform threads: enough for every core and a few tasks that wait, as in Python's
  /// `ThreadPoolExecutor`.
  public static final ModelProfile THREADS =
      new ModelProfile("threads", cores -> Math.min(32, (int) Math.ceil(cores.count()) + 4));
}
