package io.github.heddle.picture;

/// What a task waits for that could go on, where that is not its turn on the loop or on a carrier.
enum Awaited {
  /// It is mounted on a carrier that has no core.
  CORE("c", "waiting for a core"),
  /// What it offloaded waits for a thread or process, or is on a thread that has no core.
  OFFLOADED("o", "waiting for its offloaded work");

  private final String sign;
  private final String label;

  Awaited(String sign, String label) {
    this.sign = sign;
    this.label = label;
  }

  /// In data, where it stands in many rows.
  String sign() {
    return sign;
  }

  /// For people.
  String label() {
    return label;
  }
}
