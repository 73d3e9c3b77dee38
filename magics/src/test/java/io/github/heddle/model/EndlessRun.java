package io.github.heddle.model;

import io.github.heddle.Heddle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A program that runs tasks without end in two workers; each notes its process.
final class EndlessRun {
  private EndlessRun() {}

  public static void main(String[] arguments) {
    String file = arguments[0];
    Heddle.processes(2)
        .tasks(2)
        .run(_ -> {
          Files.writeString(
              Path.of(file),
              ProcessHandle.current().pid() + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
          while (true) {
            Thread.onSpinWait();
          }
        });
  }
}
