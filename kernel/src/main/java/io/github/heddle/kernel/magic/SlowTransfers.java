package io.github.heddle.kernel.magic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/// Says what is being downloaded, once for each file that takes longer than a second. Called on the
/// threads that download.
final class SlowTransfers extends AbstractTransferListener {
  private static final long SLOW_NANOS = 1_000_000_000L;

  private final Map<TransferResource, Long> startNanos = new ConcurrentHashMap<>();
  private final LongSupplier clock;
  private final Consumer<String> say;

  /// @param clock nanoseconds
  SlowTransfers(LongSupplier clock, Consumer<String> say) {
    this.clock = clock;
    this.say = say;
  }

  @Override
  public void transferStarted(TransferEvent event) {
    startNanos.put(event.getResource(), clock.getAsLong());
  }

  @Override
  public void transferProgressed(TransferEvent event) {
    TransferResource resource = event.getResource();
    Long start = startNanos.get(resource);
    if (start != null && clock.getAsLong() - start > SLOW_NANOS) {
      startNanos.remove(resource);
      say.accept("downloading " + name(resource) + size(resource.getContentLength()));
    }
  }

  private static String name(TransferResource resource) {
    String path = resource.getResourceName();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String size(long bytes) {
    return bytes < 0 ? "" : " (" + Math.max(1, bytes / 1000) + " kB)";
  }
}
