package io.github.heddle.sampling;

import io.github.heddle.sampling.CommonPool.Taken;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/// For which task each thread of the common pool works, as far as that can be told from two looks
/// at the pool. A thread takes its work from a queue: from one to which a thread of a task submits,
/// or from that of another thread of the pool, whose work it shares. Nothing is said where threads
/// of different tasks submit to the same queue. Used by the sampler's thread only.
final class PoolTasks {
  /// As deep as work is handed on between so many threads.
  private static final int DEEPEST = 64;

  private final Optional<CommonPool> pool = CommonPool.reader();
  private final Map<Object, OptionalInt> submitters = new HashMap<>();
  private Map<Object, Sight> before = new HashMap<>();
  private Map<Object, Sight> now = new HashMap<>();

  private record Sight(Taken taken, OptionalInt task) {}

  /// Another look begins.
  void begin() {
    before = now;
    now = new HashMap<>();
    submitters.clear();
  }

  /// The thread, which is not of the pool, works for that task.
  void submits(Thread thread, int task) {
    OptionalInt its = OptionalInt.of(task);
    pool.flatMap(reader -> reader.submissions(thread))
        .ifPresent(queue ->
            submitters.merge(
                queue, its, (one, other) -> one.equals(other) ? one : OptionalInt.empty()));
  }

  /// The task for which a thread of the pool worked since the look before; empty where it cannot be
  /// told, or there were several. Called when all that submit are known.
  OptionalInt since(ForkJoinWorkerThread thread) {
    return pool.map(reader -> since(reader, reader.queue(thread))).orElse(OptionalInt.empty());
  }

  private OptionalInt since(CommonPool reader, Object queue) {
    OptionalInt task = sight(reader, queue, 0).task;
    return agrees(before.get(queue), task) ? task : OptionalInt.empty();
  }

  private static boolean agrees(@Nullable Sight earlier, OptionalInt task) {
    return earlier == null || earlier.taken.idle() || earlier.task.equals(task);
  }

  private Sight sight(CommonPool reader, Object queue, int depth) {
    Sight seen = now.get(queue);
    if (seen == null) {
      Taken taken = reader.taken(queue);
      // while it is looked for, and for work that goes round in a circle
      now.put(queue, new Sight(taken, OptionalInt.empty()));
      seen = new Sight(taken, task(reader, queue, taken, depth));
      now.put(queue, seen);
    }
    return seen;
  }

  /// Whose the work was when it was taken: the thread from whose queue it came may do something
  /// else by now.
  private OptionalInt task(CommonPool reader, Object queue, Taken taken, int depth) {
    Sight earlier = before.get(queue);
    if (earlier != null && earlier.taken.sameAs(taken)) {
      return earlier.task;
    }
    Object from = taken.from();
    if (from == null || depth == DEEPEST) {
      return OptionalInt.empty();
    }
    if (taken.submitted()) {
      return submitters.getOrDefault(from, OptionalInt.empty());
    }
    OptionalInt task = sight(reader, from, depth + 1).task;
    return agrees(before.get(from), task) ? task : OptionalInt.empty();
  }
}
