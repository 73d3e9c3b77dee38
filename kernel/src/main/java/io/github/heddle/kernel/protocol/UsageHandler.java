package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.usage.HostMemory;
import io.github.heddle.kernel.usage.Usage;
import io.github.heddle.kernel.usage.UsageMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;

/// What the kernel and its worker processes use, under the names that ipykernel gives it. What is
/// not known is left out.
record UsageHandler(Supplier<UsageMeter> meter) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    return Optional.of(Reply.of(content(meter.get().now())));
  }

  private static JsonObject content(Usage usage) {
    JsonObject content = Reply.ok();
    content.addProperty("hostname", hostname());
    content.addProperty("pid", ProcessHandle.current().pid());
    content.addProperty("kernel_cpu", tenths(usage.cpuPercent()));
    usage.memoryBytes().ifPresent(bytes -> content.addProperty("kernel_memory", bytes));
    usage.hostCpuPercent().ifPresent(load -> content.addProperty("host_cpu_percent", tenths(load)));
    content.addProperty("cpu_count", usage.cores());
    content.add("host_virtual_memory", memory(usage.hostMemory()));
    return content;
  }

  /// The front end shows what it gets, all digits of it.
  private static double tenths(double percent) {
    return Math.round(10 * percent) / 10.0;
  }

  private static JsonObject memory(HostMemory memory) {
    JsonObject content = new JsonObject();
    content.addProperty("total", memory.total());
    content.addProperty("available", memory.available());
    content.addProperty("percent", tenths(memory.percent()));
    content.addProperty("used", memory.used());
    content.addProperty("free", memory.free());
    return content;
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
