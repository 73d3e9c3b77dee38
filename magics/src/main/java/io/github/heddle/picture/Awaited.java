package io.github.heddle.picture;

/// What a task waits for that could go on, or a thread that does a task's work.
enum Awaited {
  /// The task has lanes of its own, and another one is where it is to go on: on the loop, or on
  /// every carrier.
  TURN("t"),
  /// Its thread has no core, or the carrier on which it is mounted has none.
  CORE("c"),
  /// What it offloaded waits for a thread or process, or is on a thread that has no core.
  OFFLOADED("o");

  private final String sign;

  Awaited(String sign) {
    this.sign = sign;
  }

  /// In data, where it stands in many rows.
  String sign() {
    return sign;
  }
}
