package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Standard output in place of the process's own: keeps apart what each scope prints, as a kernel
/// does.
final class ScopedOutput extends OutputStream {
  private final Map<String, ByteArrayOutputStream> printed = new ConcurrentHashMap<>();

  void during(Runnable work) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(this, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    String scope = Scope.current().map(Scope::toString).orElse("none");
    printed.computeIfAbsent(scope, _ -> new ByteArrayOutputStream()).write(bytes, offset, length);
  }

  Set<String> scopes() {
    return Set.copyOf(printed.keySet());
  }

  List<String> lines(String scope) {
    return Objects.requireNonNull(printed.get(scope))
        .toString(StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
