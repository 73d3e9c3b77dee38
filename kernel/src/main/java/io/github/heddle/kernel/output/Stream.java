package io.github.heddle.kernel.output;

/// The two streams that code prints to, under the protocol's names.
public enum Stream {
  STDOUT("stdout"),
  STDERR("stderr");

  private final String protocolName;

  Stream(String protocolName) {
    this.protocolName = protocolName;
  }

  String protocolName() {
    return protocolName;
  }
}
