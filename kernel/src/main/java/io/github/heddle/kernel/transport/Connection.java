package io.github.heddle.kernel.transport;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/// Where a client wants to speak to the kernel, and how messages are signed and encrypted.
///
/// @param keys of encryption; without them nothing is encrypted
public record Connection(KernelConnectionProperties properties, Optional<CurveKeys> keys) {
  /// @throws GeneralSecurityException if it asks for a signature nobody here knows
  HMACGenerator signer() throws GeneralSecurityException {
    return properties.createHMACGenerator();
  }

  int port(Channel channel) {
    return switch (channel) {
      case SHELL -> properties.getShellPort();
      case CONTROL -> properties.getControlPort();
      case STDIN -> properties.getStdinPort();
      case IOPUB -> properties.getIopubPort();
    };
  }

  int heartbeatPort() {
    return properties.getHbPort();
  }

  boolean isOverIpc() {
    return properties.getTransport().equals("ipc");
  }

  /// The path of a Unix domain socket, as Jupyter makes it of the address and the number of a port.
  Path path(int port) {
    return Path.of(properties.getIp() + "-" + port);
  }

  String address(int port) {
    return properties.getTransport() + "://" + properties.getIp() + ":" + port;
  }
}
