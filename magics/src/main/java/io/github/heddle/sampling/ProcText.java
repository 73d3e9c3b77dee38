package io.github.heddle.sampling;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// The text of a file under `/proc` or of a control group, and the numbers in it. Pure; reading a
/// number makes no objects but its own. Valid until the file it came from is read again.
final class ProcText {
  private final byte[] bytes;
  private final int length;

  ProcText(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  static ProcText of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new ProcText(bytes, bytes.length);
  }

  /// The number that is the field of that index, from 0, in the fields that begin at an offset and
  /// are separated by white space.
  OptionalLong field(int index, int offset) {
    byte[] text = bytes;
    int at = offset;
    for (int field = 0; ; field++) {
      while (at < length && text[at] <= ' ') {
        at++;
      }
      if (field == index) {
        return number(at);
      }
      while (at < length && text[at] > ' ') {
        at++;
      }
    }
  }

  /// The number after a key at the beginning of a line; a colon, tabs and spaces may stand between.
  OptionalLong valueOf(String key) {
    int at = afterKey(key);
    return at < 0 ? OptionalLong.empty() : number(afterBlanks(at));
  }

  /// What follows a key at the beginning of a line, to the end of the line; empty where there is no
  /// such line.
  String textOf(String key) {
    int at = afterKey(key);
    return at < 0 ? "" : string(at, lineEnd(at)).strip();
  }

  /// The offset after the last such character, or 0 where there is none.
  int afterLast(char character) {
    for (int at = length - 1; at >= 0; at--) {
      if (bytes[at] == character) {
        return at + 1;
      }
    }
    return 0;
  }

  /// The offset after the key, or -1.
  private int afterKey(String key) {
    for (int line = 0; line < length; line = lineEnd(line) + 1) {
      if (startsWith(key, line)) {
        int at = line + key.length();
        if (at < length && (bytes[at] == ':' || blank(at))) {
          return at + 1;
        }
      }
    }
    return -1;
  }

  /// The offset of the end of the line that begins there.
  int lineEnd(int offset) {
    int at = offset;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  boolean startsWith(String word, int offset) {
    if (offset + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[offset + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private OptionalLong number(int offset) {
    boolean negative = offset < length && bytes[offset] == '-';
    int first = negative ? offset + 1 : offset;
    long value = 0;
    int at = first;
    while (at < length && bytes[at] >= '0' && bytes[at] <= '9') {
      value = 10 * value + bytes[at] - '0';
      at++;
    }
    return at == first ? OptionalLong.empty() : OptionalLong.of(negative ? -value : value);
  }

  private int afterBlanks(int offset) {
    int at = offset;
    while (at < length && blank(at)) {
      at++;
    }
    return at;
  }

  private boolean blank(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n';
  }

  private String string(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return string(0, length);
  }
}
