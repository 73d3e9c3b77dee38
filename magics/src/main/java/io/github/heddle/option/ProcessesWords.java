package io.github.heddle.option;

import io.github.heddle.plan.WorkerJvm;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options of `%%processes`.
@Command(
    name = "processes",
    header = {
      "Runs the body once per task in worker processes, each a JVM with memory of its own.",
      "",
      "A worker gets the classes of the notebook, a copy of the variables that the body reaches,"
          + " and",
      "its element; it sends back a copy of the result. What a task changes stays in its worker.",
      "Workers wait for the next cell; a worker that dies fails only the task it had."
    },
    footer = {
      "Examples",
      "  %%%%processes -n 8",
      "  countPrimes(task * 100_000, (task + 1) * 100_000)",
      "",
      "  %%%%processes --over images --as image -w 2 --heap 512m --into thumbnails",
      "  shrink(image)"
    })
final class ProcessesWords extends CommonWords {
  @Option(
      names = {"-w", "--workers"},
      paramLabel = "N",
      order = 1,
      converter = Values.Workers.class,
      description = "Number of processes; by default one per core, never more than tasks.")
  @Nullable Integer workers;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      order = 8,
      converter = Values.Memory.class,
      description = "Heap of each process, such as 512m; by default a fair share of the memory.")
  @Nullable Long heap;

  @Option(
      names = "--fresh",
      order = 8,
      description = "Starts new processes, and ends them, instead of using those that wait.")
  boolean fresh;

  @Override
  @Nullable Integer workers() {
    return workers;
  }

  @Override
  WorkerJvm jvm() {
    return new WorkerJvm(heap == null ? OptionalLong.empty() : OptionalLong.of(heap), fresh);
  }
}
