package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommFactory;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.jspecify.annotations.Nullable;

/// The comms that are open. What the library takes for its socket is made when first needed. Any
/// thread may use it.
public final class Comms extends CommManager implements AutoCloseable {
  private final LibraryReplies replies;

  public Comms(LibraryReplies replies) {
    this.replies = replies;
    targets = new ConcurrentHashMap<>();
    comms = new ConcurrentHashMap<>();
  }

  @Override
  public <T extends Comm> T openComm(String targetName, CommFactory<T> factory) {
    open();
    return super.openComm(targetName, factory);
  }

  @Override
  public void messageComm(
      String id,
      JsonObject data,
      @Nullable Map<String, Object> metadata,
      @Nullable List<byte[]> buffers) {
    open();
    super.messageComm(id, data, metadata, buffers);
  }

  @Override
  public void closeComm(Comm comm) {
    open();
    super.closeComm(comm);
  }

  @Override
  public synchronized void close() {
    if (iopub != null) {
      iopub.close();
    }
  }

  private synchronized void open() {
    if (iopub == null) {
      iopub = new CommSocket(replies);
    }
  }
}
