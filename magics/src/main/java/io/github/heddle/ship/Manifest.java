package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a body and the variables that it reaches: as one graph, so that what is shared among them
/// stays shared. The value of a variable may reach further variables, by the code of its class.
final class Manifest {
  /// Stands where there is no further variable.
  static final String END = "";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Reach reach;
  private final GraphWriter writer;
  private boolean empty = true;

  Manifest(Reach reach) {
    this.reach = reach;
    this.writer = GraphWriter.to(bytes, reach);
  }

  /// @param written whether it is written, and not only looked at
  void body(Described described, TaskBody<?, ?> body, boolean written) {
    if (written) {
      empty = false;
      writer.write(described, body);
    } else {
      lookAt(described, body);
    }
  }

  /// Elements are sent one by one, later; here their classes count.
  void elements(List<?> elements) {
    ClosedTypes closed = new ClosedTypes();
    Set<Class<?>> seen = new HashSet<>();
    for (int index = 0; index < elements.size(); index++) {
      Object element = elements.get(index);
      if (element != null
          && (seen.add(element.getClass()) || !closed.contain(element.getClass()))) {
        element(index, element);
      }
    }
  }

  private void element(int index, Object element) {
    lookAt(Described.input("element " + index), element);
  }

  private void lookAt(Described described, Object value) {
    GraphWriter.to(OutputStream.nullOutputStream(), reach).write(described, value);
  }

  void variables() {
    for (Optional<Variable> next = reach.nextVariable();
        next.isPresent();
        next = reach.nextVariable()) {
      write(next.get());
    }
    writer.text(END);
  }

  private void write(Variable variable) {
    empty = false;
    writer.text(variable.holder());
    writer.text(variable.name());
    writer.write(Described.variable(variable), variable.value(reach.loader().orElseThrow()));
  }

  /// What was written; nothing at all where there is neither body nor variable.
  Parcel parcel() {
    return empty ? Parcel.NOTHING : writer.parcel(bytes);
  }
}
