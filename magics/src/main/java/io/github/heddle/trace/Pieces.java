package io.github.heddle.trace;

import java.util.Arrays;

/// A block cut at the moments at which its worker was sampled: how long the worker was in each
/// state between them. The amounts of each piece add up to its length.
final class Pieces {
  final long[] nanos;
  final long[] running;
  final long[] ready;
  final long[] locked;

  /// @param moments the block's start, the samples within it, its end
  /// @param running what the samples say was run in each piece
  /// @param ready what they say was waited for a core; a wait is counted when it is over, so it may
  ///   belong to earlier pieces
  /// @param locked the most that may have been waited for locks
  Pieces(long[] moments, long[] running, long[] ready, long[] locked) {
    this.nanos = differences(moments);
    this.running = running;
    this.ready = ready;
    this.locked = locked;
    long[] room = nanos.clone();
    spillBack(running, room, spillOn(running, room));
    take(running, room);
    spillOn(ready, room, spillBack(ready, room, 0));
    take(ready, room);
    Arrays.setAll(locked, piece -> Math.min(locked[piece], room[piece]));
  }

  int count() {
    return nanos.length;
  }

  /// What is left of a piece when it neither ran nor waited for a core or a lock.
  long waiting(int piece) {
    return nanos[piece] - running[piece] - ready[piece] - locked[piece];
  }

  static long[] differences(long[] values) {
    long[] differences = new long[values.length - 1];
    Arrays.setAll(differences, i -> values[i + 1] - values[i]);
    return differences;
  }

  private static void take(long[] amounts, long[] room) {
    Arrays.setAll(room, piece -> room[piece] - amounts[piece]);
  }

  private static long spillOn(long[] amounts, long[] room) {
    return spillOn(amounts, room, 0);
  }

  private static long spillOn(long[] amounts, long[] room, long carried) {
    long carry = carried;
    for (int piece = 0; piece < amounts.length; piece++) {
      carry = spill(amounts, room, piece, carry);
    }
    return carry;
  }

  private static long spillBack(long[] amounts, long[] room, long carried) {
    long carry = carried;
    for (int piece = amounts.length - 1; piece >= 0; piece--) {
      carry = spill(amounts, room, piece, carry);
    }
    return carry;
  }

  /// What is too much for the piece, after it took what was carried to it.
  private static long spill(long[] amounts, long[] room, int piece, long carry) {
    long amount = amounts[piece] + carry;
    amounts[piece] = Math.min(amount, room[piece]);
    return amount - amounts[piece];
  }
}
