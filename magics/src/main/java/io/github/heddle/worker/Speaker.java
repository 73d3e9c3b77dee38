package io.github.heddle.worker;

import java.io.IOException;
import java.io.OutputStream;

/// What the worker says to the kernel goes through here, one after the other. Any thread may speak;
/// an interrupt does not disturb it. Where the kernel does not hear any more, the process ends.
final class Speaker {
  private final FrameWriter out;

  Speaker(OutputStream out) {
    this.out = new FrameWriter(out);
  }

  /// Says it at once.
  synchronized void say(News news) {
    try {
      NewsFrames.write(news, out);
      out.flush();
    } catch (IOException nobodyHears) {
      Runtime.getRuntime().halt(WorkerMain.ALONE);
    }
  }
}
