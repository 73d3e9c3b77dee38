package io.github.heddle.scope;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The virtual threads of this JVM. The JDK keeps them in sets for its own thread dumps, but lets
/// nobody list them, so this looks at the fields behind it; it needs `--add-opens
/// java.base/jdk.internal.vm`, and there is none where that is missing. Any thread.
final class VirtualThreads {
  private static final String CONTAINERS = "jdk.internal.vm.ThreadContainers";

  /// Those that were started by themselves.
  private final Set<?> single;

  /// References to what holds others, such as executors.
  private final Set<?> containers;

  private final Class<?> shared;
  private final Field ofShared;
  private final Method ofOther;

  private VirtualThreads() throws ReflectiveOperationException {
    Class<?> root = Class.forName(CONTAINERS + "$RootContainer$TrackingRootContainer");
    single = (Set<?>) JdkFields.open(root, "VTHREADS").get(null);
    containers = (Set<?>) JdkFields.open(Class.forName(CONTAINERS), "CONTAINER_REGISTRY").get(null);
    shared = Class.forName("jdk.internal.vm.SharedThreadContainer");
    ofShared = JdkFields.open(shared, "virtualThreads");
    ofOther = Class.forName("jdk.internal.vm.ThreadContainer").getMethod("threads");
    ofOther.setAccessible(true);
  }

  /// The way to list them, where this JVM allows it.
  static Optional<VirtualThreads> reader() {
    try {
      return Optional.of(new VirtualThreads());
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// Those that are alive now.
  Stream<Thread> alive() {
    return Stream.concat(
            single.stream(),
            containers.stream()
                .map(container -> ((Reference<?>) container).get())
                .flatMap(this::threads))
        .map(Thread.class::cast)
        .filter(thread -> thread.isVirtual() && thread.isAlive());
  }

  private Stream<?> threads(@Nullable Object container) {
    try {
      return switch (container) {
        case null -> Stream.empty();
        case Object pool when shared.isInstance(pool) ->
            Optional.ofNullable((Collection<?>) ofShared.get(pool)).stream()
                .flatMap(Collection::stream);
        case Object other -> (Stream<?>) ofOther.invoke(other);
      };
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("it was opened", impossible);
    }
  }
}
