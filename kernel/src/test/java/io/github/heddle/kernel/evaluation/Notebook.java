package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notebook for tests: cells are numbered as they are run.
final class Notebook implements AutoCloseable {
  private final JShellEvaluator evaluator;
  private final List<String> said = new ArrayList<>();
  private int cell;

  Notebook() {
    this("import java.util.*;");
  }

  Notebook(String... imports) {
    evaluator = new JShellEvaluator(List.of(imports), said::add);
  }

  /// What was printed under cells.
  List<String> said() {
    return said;
  }

  JShellEvaluator evaluator() {
    return evaluator;
  }

  Scope scope() {
    return Scope.root("cell " + (cell + 1), evaluator.loopBreaker());
  }

  Evaluation run(String source, Scope scope) {
    return evaluator.evaluate(++cell, new Fragment(source, Position.START), scope);
  }

  Evaluation run(String source) {
    return run(source, scope());
  }

  void runAll(String... sources) {
    for (String source : sources) {
      assertThat(run(source)).isInstanceOf(Evaluation.Done.class);
    }
  }

  @Nullable Object value(String source) {
    Evaluation evaluation = run(source);
    assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
    return ((Evaluation.Value) evaluation).value();
  }

  Throwable thrown(String source) {
    Evaluation evaluation = run(source);
    assertThat(evaluation).isInstanceOf(Evaluation.Threw.class);
    return ((Evaluation.Threw) evaluation).exception();
  }

  List<Problem> problems(String source) {
    Evaluation evaluation = run(source);
    assertThat(evaluation).isInstanceOf(Evaluation.Rejected.class);
    return ((Evaluation.Rejected) evaluation).problems().problems();
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
