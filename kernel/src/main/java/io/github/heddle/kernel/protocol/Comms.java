package io.github.heddle.kernel.protocol;

import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;

/// The comms that are open. Any thread may look at them.
public final class Comms extends CommManager {
  public Comms() {
    targets = new ConcurrentHashMap<>();
    comms = new ConcurrentHashMap<>();
  }
}
