package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Position;
import io.github.heddle.host.BodyCompiler;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Host;
import io.github.heddle.host.Showing;
import io.github.heddle.picture.Bundle;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeMagicTest {
  private final AtomicLong wallNanos = new AtomicLong();
  private final AtomicLong cpuNanos = new AtomicLong();
  private final List<String> said = new ArrayList<>();
  private final List<BodySource> compiled = new ArrayList<>();
  private TaskBody<Integer, Object> body = (task, item) -> "value";

  @Test
  void compileTimeIsShownApartFromTheBodysOwn() throws Exception {
    body =
        (task, item) -> {
          wallNanos.addAndGet(1_500_000_000L);
          cpuNanos.addAndGet(2_250_000_000L);
          return 42;
        };

    assertThat(magic().cell(host("%%time\nwork();"), "work();")).isEqualTo(42);

    assertThat(said)
        .singleElement()
        .asString()
        .contains("wall 1.50 s")
        .contains("CPU 2.25 s")
        .contains("compiled before in 7.0 ms");
  }

  @Test
  void whatTheCpuClockCannotTellIsNotTold() throws Exception {
    magic().cell(host("%%time\nwork();"), "work();");

    assertThat(said).singleElement().asString().contains("CPU under 10 ms");
  }

  @Test
  void theBodyIsCompiledWithItsPlaceInTheCell() throws Exception {
    magic().cell(host("%%time\nwork();"), "work();");
    magic().line(host("int x = 1;\n%time f(\"a b\")"), List.of("f(a b)"));

    assertThat(compiled.get(0).body().at()).isEqualTo(new Position(2, 1));
    assertThat(compiled.get(1).body().text()).isEqualTo("f(\"a b\")");
    assertThat(compiled.get(1).body().at()).isEqualTo(new Position(2, 7));
  }

  @Test
  void whatTheBodyThrowsIsThrownAndTimedAllTheSame() {
    Error error = new StackOverflowError();
    body =
        (task, item) -> {
          throw error;
        };

    assertThatThrownBy(() -> magic().cell(host("%%time\nwork();"), "work();")).isSameAs(error);

    assertThat(said).hasSize(1);
  }

  @Test
  void anEmptyBodyIsAProblemOfTheCell() {
    assertThatThrownBy(() -> magic().line(host("%time"), List.of()))
        .isInstanceOf(CellException.class)
        .hasMessageContaining("nothing to time");
  }

  private TimeMagic magic() {
    return new TimeMagic(new Stopwatch(wallNanos::get, cpuNanos::get), said::add);
  }

  private CompiledBody compile(BodySource source) {
    compiled.add(source);
    wallNanos.addAndGet(7_000_000L);
    return new FixedBody(new Work<>(Optional.empty(), body));
  }

  private Host host(String text) {
    return new OneCell(new Cell(1, text), Scope.root("cell 1", LoopBreaker.NONE), this::compile);
  }

  private record OneCell(Cell cell, Scope scope, BodyCompiler bodies) implements Host {
    @Override
    public Showing show(Bundle bundle) {
      throw new AssertionError("nothing is to be shown");
    }
  }

  private record FixedBody(Work<?, ?> work) implements CompiledBody {
    @Override
    public void declareResults(String variable, Run<?> run) {
      throw new AssertionError("nothing is to be declared");
    }

    @Override
    public void declareComparison(String variable, Comparison<?> comparison) {
      throw new AssertionError("nothing is to be declared");
    }

    @Override
    public void declareRun(String variable, Run<?> run) {
      throw new AssertionError("nothing is to be declared");
    }
  }
}
