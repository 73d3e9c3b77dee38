package io.github.heddle.kernel.output;

import io.github.heddle.scope.Scope;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/// For which request a thread works: the one whose scope it belongs to, also when that request is
/// long answered. Threads that belong to no cell, and those of the common pool, which all cells
/// share, work for the request that is running. Any thread may use it.
public final class Attribution {
  private final Map<Scope, Origin> origins = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile Origin running = Origin.KERNEL;

  /// From now on this request is running, with the threads of this scope.
  public void begin(Scope root, Origin origin) {
    origins.put(root, origin);
    running = origin;
  }

  /// The threads of this scope work for this request, beside the one that is running.
  public void beginBeside(Scope root, Origin origin) {
    origins.put(root, origin);
  }

  /// The request that is running now, or ran last.
  public Origin running() {
    return running;
  }

  /// The request for which the calling thread works.
  public Origin current() {
    return onCommonPool()
        ? running
        : Scope.current().map(Scope::root).map(origins::get).orElse(running);
  }

  private static boolean onCommonPool() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool().equals(ForkJoinPool.commonPool());
  }
}
