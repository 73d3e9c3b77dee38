package io.github.heddle.kernel.magic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/// How far downloads are, on one line that is renewed: from a second on, and a few times a second.
/// Called on the threads that download.
final class Transfers extends AbstractTransferListener implements AutoCloseable {
  static final long SLOW_NANOS = 1_000_000_000L;
  static final long BETWEEN_NANOS = 250_000_000L;
  private static final int BAR = 20;

  private final LongSupplier clock;
  private final Consumer<String> line;
  private final Map<TransferResource, Long> underWay = new LinkedHashMap<>();
  private final long beganNanos;
  private int files;
  private long bytes;
  private boolean shown;
  private long shownNanos;

  /// @param clock nanoseconds since some origin
  /// @param line takes a text in place of the one before
  Transfers(LongSupplier clock, Consumer<String> line) {
    this.clock = clock;
    this.line = line;
    this.beganNanos = clock.getAsLong();
  }

  @Override
  public synchronized void transferStarted(TransferEvent event) {
    underWay.put(event.getResource(), 0L);
  }

  @Override
  public synchronized void transferProgressed(TransferEvent event) {
    underWay.put(event.getResource(), event.getTransferredBytes());
    long now = clock.getAsLong();
    if (now - beganNanos > SLOW_NANOS && (!shown || now - shownNanos >= BETWEEN_NANOS)) {
      shown = true;
      shownNanos = now;
      line.accept(text(event.getResource(), event.getTransferredBytes()));
    }
  }

  @Override
  public synchronized void transferSucceeded(TransferEvent event) {
    underWay.remove(event.getResource());
    files++;
    bytes += event.getTransferredBytes();
  }

  @Override
  public synchronized void transferFailed(TransferEvent event) {
    underWay.remove(event.getResource());
  }

  /// There will be no more.
  @Override
  public synchronized void close() {
    if (shown) {
      line.accept("downloaded %s, %,d kB".formatted(counted(files), kilobytes(bytes)));
    }
  }

  private String text(TransferResource resource, long transferred) {
    String path = resource.getResourceName();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int others = underWay.size() - 1;
    return "downloading "
        + name
        + amount(transferred, resource.getContentLength())
        + (others > 0 ? ", and " + counted(others) + " beside it" : "")
        + (files > 0 ? "; %s done".formatted(counted(files)) : "");
  }

  private static String amount(long transferred, long all) {
    if (all <= 0) {
      return " %,d kB".formatted(kilobytes(transferred));
    }
    int full = (int) Math.min(BAR, BAR * transferred / all);
    return " [%s%s] %,d of %,d kB"
        .formatted(
            "#".repeat(full), "-".repeat(BAR - full), kilobytes(transferred), kilobytes(all));
  }

  private static long kilobytes(long bytes) {
    return (bytes + 999) / 1000;
  }

  private static String counted(int files) {
    return files == 1 ? "1 file" : files + " files";
  }
}
