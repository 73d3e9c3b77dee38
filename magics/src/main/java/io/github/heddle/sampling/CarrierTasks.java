package io.github.heddle.sampling;

import io.github.heddle.sampling.CarrierMounts.Mount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinWorkerThread;

/// For which task each carrier of the JDK's own scheduler worked, as far as that can be told from
/// two looks at it: for the one whose virtual thread was mounted at both, or at one of them, where
/// nothing else can have been mounted in between. A virtual thread belongs to the task that started
/// it.
final class CarrierTasks {
  private final Helping run;
  private final CarrierMounts mounts;
  private final Map<ForkJoinWorkerThread, Sight> before = new HashMap<>();

  /// @param task that of what is mounted; empty where nothing is, or nothing of the run
  record Sight(Mount mount, OptionalInt task) {
    private boolean carries() {
      return mount.thread().isPresent();
    }

    /// How many were mounted since an earlier look that neither of the two saw; 1 or more where
    /// that is not known.
    private int unseenSince(Sight earlier) {
      int begun = mount.begun() - earlier.mount.begun();
      return mount.taken() == earlier.mount.taken() ? begun - (begun > 0 && carries() ? 1 : 0) : 1;
    }
  }

  private CarrierTasks(Helping run, CarrierMounts mounts) {
    this.run = run;
    this.mounts = mounts;
  }

  /// The way to tell, where this JVM allows it.
  ///
  /// @param run tells which virtual threads work for it
  static Optional<CarrierTasks> of(Helping run) {
    return CarrierMounts.reader().map(mounts -> new CarrierTasks(run, mounts));
  }

  /// What the carrier does now; empty where that changes right now. Any thread.
  Optional<Sight> now(ForkJoinWorkerThread carrier) {
    return mounts.on(carrier).map(mount -> new Sight(mount, task(mount)));
  }

  private OptionalInt task(Mount mount) {
    Thread thread = mount.thread().orElse(null);
    return thread != null && run.helps(thread) ? run.task(thread) : OptionalInt.empty();
  }

  /// The task for which the carrier worked since this was asked last. Called by one thread.
  ///
  /// @param otherwise what is answered where something was mounted that was not seen
  OptionalInt since(ForkJoinWorkerThread carrier, OptionalInt otherwise) {
    Optional<Sight> now = now(carrier);
    Optional<Sight> earlier = Optional.ofNullable(before.remove(carrier));
    now.ifPresent(sight -> before.put(carrier, sight));
    return now.isPresent() && earlier.isPresent() && now.get().unseenSince(earlier.get()) == 0
        ? only(earlier.get(), now.get())
        : otherwise;
  }

  private static OptionalInt only(Sight earlier, Sight now) {
    OptionalInt task = now.carries() ? now.task : earlier.task;
    boolean same = !earlier.carries() || earlier.task.equals(task);
    return same ? task : OptionalInt.empty();
  }
}
