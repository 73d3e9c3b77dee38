package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

class TransfersTest {
  private final AtomicLong now = new AtomicLong(7);
  private final List<String> lines = new ArrayList<>();
  private final Transfers transfers = new Transfers(now::get, lines::add);
  private final TransferResource jar = resource("warp-1.0.jar", 4_000_000);
  private final TransferResource pom = resource("weft-2.0.pom", -1);

  private static TransferResource resource(String name, long length) {
    TransferResource resource =
        new TransferResource(
            "repo", "file:///repo/", "org/example/" + name, Path.of(name), null, null);
    return resource.setContentLength(length);
  }

  private TransferEvent event(TransferResource resource, long bytes) {
    return new TransferEvent.Builder(new DefaultRepositorySystemSession(handler -> true), resource)
        .setTransferredBytes(bytes)
        .build();
  }

  @Test
  void whatIsQuickSaysNothing() {
    transfers.transferStarted(event(jar, 0));
    transfers.transferProgressed(event(jar, 4_000_000));
    now.addAndGet(5 * Transfers.SLOW_NANOS);
    transfers.transferSucceeded(event(jar, 4_000_000));
    transfers.close();

    assertThat(lines).isEmpty();
  }

  @Test
  void whatTakesLongIsOneLineThatIsRenewedNowAndThen() {
    transfers.transferStarted(event(jar, 0));
    transfers.transferStarted(event(pom, 0));
    now.addAndGet(Transfers.SLOW_NANOS + 1);
    transfers.transferProgressed(event(jar, 1_000_000));
    transfers.transferProgressed(event(jar, 1_500_000)); // too soon after the last
    now.addAndGet(Transfers.BETWEEN_NANOS);
    transfers.transferProgressed(event(pom, 1_500));
    transfers.transferSucceeded(event(pom, 2_000));
    now.addAndGet(Transfers.BETWEEN_NANOS);
    transfers.transferProgressed(event(jar, 3_000_000));
    transfers.transferFailed(event(jar, 3_000_000));
    transfers.close();

    assertThat(lines)
        .containsExactly(
            "downloading warp-1.0.jar [#####---------------] 1,000 of 4,000 kB, and 1 file beside"
                + " it",
            "downloading weft-2.0.pom 2 kB, and 1 file beside it",
            "downloading warp-1.0.jar [###############-----] 3,000 of 4,000 kB; 1 file done",
            "downloaded 1 file, 2 kB");
  }
}
