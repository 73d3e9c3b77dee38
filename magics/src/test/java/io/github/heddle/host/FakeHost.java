package io.github.heddle.host;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.picture.Bundle;
import io.github.heddle.scope.LoopBreaker;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A kernel that runs the work it was given, whatever the body says, and remembers what a magic
/// did.
public final class FakeHost implements Host, BodyCompiler {
  private final Cell cell;
  private final Work<?, ?> work;
  private final Scope scope = Scope.root("cell", LoopBreaker.NONE);

  public final List<BodySource> compiled = new ArrayList<>();
  public final List<Bundle> shown = new CopyOnWriteArrayList<>();

  /// Everything that was ever shown, in order, also where something else took its place.
  public final List<Bundle> history = new CopyOnWriteArrayList<>();

  public final Map<String, Object> declared = new LinkedHashMap<>();

  private final CountDownLatch several = new CountDownLatch(3);

  public FakeHost(String text, Work<?, ?> work) {
    this.cell = new Cell(3, text);
    this.work = work;
  }

  @Override
  public Cell cell() {
    return cell;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public BodyCompiler bodies() {
    return this;
  }

  @Override
  public Showing show(Bundle bundle) {
    int place = shown.size();
    shown.add(bundle);
    remember(bundle);
    return other -> {
      shown.set(place, other);
      remember(other);
    };
  }

  private void remember(Bundle bundle) {
    history.add(bundle);
    several.countDown();
  }

  /// Waits until something was shown three times.
  public void awaitProgress() throws InterruptedException {
    several.await();
  }

  @Override
  public CompiledBody compile(BodySource source) throws CellException {
    compiled.add(source);
    return new Body();
  }

  /// The texts shown, in order.
  public List<String> texts() {
    return shown.stream().map(bundle -> (String) bundle.data().get("text/plain")).toList();
  }

  private final class Body implements CompiledBody {
    @Override
    public Work<?, ?> work() {
      return work;
    }

    @Override
    public void declareResults(String variable, Run<?> run) {
      declared.put(variable, run.results());
    }

    @Override
    public void declareComparison(String variable, Comparison<?> comparison) {
      declared.put(variable, comparison);
    }

    @Override
    public void declareRun(String variable, Run<?> run) {
      declared.put(variable, run);
    }
  }
}
