package io.github.heddle.trace;

import java.util.Arrays;
import java.util.List;

/// Writes the slices of one lane. Within a piece the states follow in the order in which they
/// follow in life (run, wait, wake up, wait for a core, run), beginning with the one that ended the
/// piece before, so that slices merge.
final class Slicer {
  private static final State[] CYCLE = {State.RUNNING, State.WAITING, State.LOCKED, State.READY};

  private final int lane;
  private final long dustNanos;
  private final List<Slice> slices;
  private final long[] owed = new long[CYCLE.length];
  private int last;
  private State state = State.RUNNING;
  private long from;
  private long to;

  /// @param slices what is written goes there
  Slicer(int lane, long dustNanos, List<Slice> slices) {
    this.lane = lane;
    this.dustNanos = dustNanos;
    this.slices = slices;
  }

  void write(Block block, Pieces pieces) {
    Arrays.fill(owed, 0);
    last = 0;
    from = block.startNanos();
    to = from;
    for (int piece = 0; piece < pieces.count(); piece++) {
      owed[0] += pieces.running[piece];
      owed[1] += pieces.waiting(piece);
      owed[2] += pieces.locked[piece];
      owed[3] += pieces.ready[piece];
      fill(block, pieces.nanos[piece]);
    }
    flush(block);
    if (block.failed() > 0) {
      slices.add(
          new Slice(
              lane,
              block.task(),
              block.failed(),
              State.FAILED,
              block.endNanos(),
              block.endNanos()));
    }
  }

  /// Spends what states are owed on a stretch; what is left of it is lent to a state: to the one
  /// that goes on, as a debt of dust is no reason to interrupt it.
  private void fill(Block block, long nanos) {
    long left = nanos;
    int first = last;
    for (int i = 0; i < CYCLE.length; i++) {
      int next = (first + i) % CYCLE.length;
      long amount = Math.min(owed[next], left);
      if (amount > 0 && owed[next] >= dustNanos) {
        extend(block, next, amount);
        left -= amount;
      }
    }
    if (left > 0) {
      boolean begins = to == block.startNanos() && left == nanos;
      extend(block, begins ? mostOwed() : last, left);
    }
  }

  private int mostOwed() {
    int most = 0;
    for (int i = 1; i < owed.length; i++) {
      most = owed[i] > owed[most] ? i : most;
    }
    return most;
  }

  private void extend(Block block, int next, long amount) {
    if (CYCLE[next] != state) {
      flush(block);
      state = CYCLE[next];
    }
    owed[next] -= amount;
    to += amount;
    last = next;
  }

  private void flush(Block block) {
    if (to > from) {
      slices.add(new Slice(lane, block.task(), block.tasks(), state, from, to));
      from = to;
    }
  }
}
