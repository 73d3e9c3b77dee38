package io.github.heddle.sampling;

import java.lang.management.LockInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a lock is called: its class without packages and what surrounds it, and a number that tells
/// objects of one class apart. Pure.
final class LockName {
  /// Locks of the JDK are known by their inner part, `ReentrantLock$NonfairSync`.
  private static final Pattern JDK_LOCK =
      Pattern.compile("java\\.util\\.concurrent\\.(?:locks\\.)?(\\w+)\\$.*");

  private LockName() {}

  /// `Account@1b2c3`, `ReentrantLock@1b2c3`.
  static String of(LockInfo lock) {
    return simple(lock.getClassName()) + "@" + Integer.toHexString(lock.getIdentityHashCode());
  }

  private static String simple(String className) {
    Matcher jdk = JDK_LOCK.matcher(className);
    if (jdk.matches()) {
      return jdk.group(1);
    }
    String name = className.substring(className.lastIndexOf('.') + 1);
    String inner = name.substring(name.lastIndexOf('$') + 1);
    return inner.isEmpty() || Character.isDigit(inner.charAt(0)) ? name : inner;
  }
}
