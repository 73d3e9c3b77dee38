package io.github.heddle.ship;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A class of the notebook.
///
/// @param name its binary name, such as `REPL.$JShell$11$Point`
/// @param digest the same for the same class file, in every process: SHA-256 in hex
/// @param bytes the class file, with the lines of cells and without stop checks; empty where the
///   receiver has it already
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
public record ClassFile(String name, String digest, byte[] bytes) {
  private static final byte[] LEFT_OUT = {};

  /// A class file with its digest.
  public ClassFile(String name, byte[] bytes) {
    this(name, digest(bytes), bytes);
  }

  /// The same without its bytes, for a receiver that has them.
  public ClassFile withoutBytes() {
    return new ClassFile(name, digest, LEFT_OUT);
  }

  /// Whether the bytes are here.
  public boolean complete() {
    return bytes.length > 0;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
