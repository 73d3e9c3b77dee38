package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.host.BodySource;
import io.github.heddle.ship.Cargo;
import io.github.heddle.ship.Packing;
import io.github.heddle.ship.Parcel;
import io.github.heddle.ship.Unpacking;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A notebook whose bodies are run as in another process: in a class loader of its own that gets
/// nothing but what was packed. It stays from one run to the next.
final class OtherProcess implements AutoCloseable {
  private final Notebook notebook = new Notebook();
  private final Unpacking worker = new Unpacking(OtherProcess.class.getClassLoader());
  private final Set<String> known = new HashSet<>();
  private Optional<Cargo> sent = Optional.empty();

  Notebook notebook() {
    return notebook;
  }

  /// Runs cells.
  void cells(String... sources) {
    notebook.runAll(sources);
  }

  /// What was sent for the last body.
  Cargo cargo() {
    return sent.orElseThrow();
  }

  /// The result of a body, back in the notebook's process.
  @Nullable Object result(String body) throws Throwable {
    return results(work(body, Optional.empty())).getFirst();
  }

  /// The results of a body for each element.
  List<@Nullable Object> results(String over, String body) throws Throwable {
    return results(work(body, Optional.of(over)));
  }

  /// The result of a body in a JVM of its own.
  @Nullable Object resultOfSecondProcess(String over, String body) throws Exception {
    Work<?, ?> work = work(body, Optional.of(over));
    Packing packing = Packing.of(work);
    Cargo cargo = packing.cargo();
    Parcel element = packing.parcel("element 0", work.elements().orElseThrow().getFirst());
    return packing.value(SecondProcess.run(cargo, element));
  }

  private Work<?, ?> work(String body, Optional<String> over) throws Exception {
    Position start = new Position(2, 1);
    BodySource source =
        new BodySource(
            new Fragment(body, start), over.map(each -> new Fragment(each, start)), "item");
    return notebook.evaluator().bodies(99, notebook.scope()).compile(source).work();
  }

  private List<@Nullable Object> results(Work<?, ?> work) throws Throwable {
    Packing packing = Packing.of(work);
    Cargo cargo = packing.cargo();
    sent = Optional.of(cargo.without(known));
    TaskBody<Object, @Nullable Object> body = worker.body(cargo());
    known.addAll(cargo.digests());
    List<@Nullable Object> results = new ArrayList<>();
    List<?> elements = work.elements().<List<?>>map(each -> each).orElse(List.of(0));
    for (int task = 0; task < elements.size(); task++) {
      Parcel element = packing.parcel("element " + task, elements.get(task));
      Object result = body.run(task, Objects.requireNonNull(worker.value(element)));
      results.add(packing.value(worker.parcel("the result of task " + task, result)));
    }
    return results;
  }

  @Override
  public void close() {
    notebook.close();
  }
}
