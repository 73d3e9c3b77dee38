package io.github.heddle.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets Linux wake the calling thread together with something else that is due: mostly with the
/// tick of its clock, at which turns on a core end anyway. Waking up then takes no interrupt and,
/// often, no turn of its own: whoever computes loses less. Needs no privilege (`timerslack_ns`,
/// proc(5), since Linux 4.6).
final class TimerSlack {
  private TimerSlack() {}

  /// Asks for it, for the calling thread.
  ///
  /// @param nanos how much later than due the thread may be woken
  /// @return how much later it may be woken now: 0 where that cannot be said
  static long ask(long nanos) {
    return ThreadMeter.directoryOfCurrentThread()
        .map(Path::getFileName)
        .map(thread -> Proc.ROOT.resolve(thread).resolve("timerslack_ns"))
        .map(slack -> write(slack, nanos))
        .orElse(0L);
  }

  private static long write(Path slack, long nanos) {
    try {
      Files.writeString(slack, Long.toString(nanos));
      return nanos;
    } catch (IOException notHere) {
      return 0;
    }
  }
}
