package io.github.heddle.kernel.transport;

import org.zeromq.ZMQ;
import zmq.Options;
import zmq.io.mechanism.Mechanisms;

/// The keys with which every socket of a kernel is a CurveZMQ server: what is sent is encrypted,
/// and only clients that know the public key are served. Immutable.
public final class CurveKeys {
  private final byte[] publicKey;
  private final byte[] secretKey;

  private CurveKeys(byte[] publicKey, byte[] secretKey) {
    this.publicKey = publicKey;
    this.secretKey = secretKey;
  }

  /// Keys as a connection file has them, in Z85.
  ///
  /// @throws IllegalArgumentException if one of them is no key
  public static CurveKeys of(String publicKey, String secretKey) {
    return new CurveKeys(
        decoded("curve_publickey", publicKey), decoded("curve_secretkey", secretKey));
  }

  private static byte[] decoded(String name, String key) {
    if (key.length() != ZMQ.Curve.KEY_SIZE_Z85) {
      throw new IllegalArgumentException(
          "%s must be a key of %d characters in Z85, but has %d"
              .formatted(name, ZMQ.Curve.KEY_SIZE_Z85, key.length()));
    }
    try {
      return ZMQ.Curve.z85Decode(key);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + " is not written in Z85", e);
    }
  }

  void secure(ZMQ.Socket socket) {
    socket.setCurvePublicKey(publicKey);
    socket.setCurveSecretKey(secretKey);
    socket.setCurveServer(true);
  }

  void secure(Options options) {
    options.mechanism = Mechanisms.CURVE;
    options.asServer = true;
    options.curvePublicKey = publicKey.clone();
    options.curveSecretKey = secretKey.clone();
  }
}
