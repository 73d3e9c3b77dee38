package io.github.heddle.bench;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// The speed of each kind of code, woven and plain.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class WeavingBenchmark {
  /// What is run.
  @Param public Kind kind = Kind.VECTORISED;

  /// How.
  @Param public Weaving weaving = Weaving.PLAIN;

  private Workload workload = () -> 0;

  /// Loads the code.
  @Setup
  public void load() {
    workload = kind.in(weaving);
  }

  /// Runs it once.
  @Benchmark
  public long run() {
    return workload.run();
  }

  /// Measures everything and prints a table, all in about four minutes.
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(WeavingBenchmark.class.getName()).build()).run();
    System.out.print(new SpeedTable(results).text());
  }
}
