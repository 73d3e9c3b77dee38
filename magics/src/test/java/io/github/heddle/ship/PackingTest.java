package io.github.heddle.ship;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
  private static final String NOTEBOOK =
      """
      import io.github.heddle.task.*;
      import java.util.*;

      class Held {
        static int used = 3;
        static Object unused = new Object();
        static List<Shape> shapes = new ArrayList<>();
        static long sum;

        static double areas() {
          double areas = 0;
          for (Shape each : shapes) areas += each.area();
          return areas;
        }

        static Object neverCalled() {
          return new Unused().toString() + unused;
        }
      }

      class Unused {}

      interface Shape extends java.io.Serializable {
        double area();
      }

      class Square implements Shape {
        public double area() {
          return More.factor * Held.used;
        }
      }

      class More {
        static double factor = 0.5;
      }

      class Body {
        static TaskBody<Integer, Object> make() {
          Held.shapes.add(new Square());
          return (task, item) -> {
            Held.sum += item;
            return Held.areas() + item;
          };
        }

        static List<Shape> elements() {
          return List.of(new Square());
        }
      }
      """;

  @TempDir Path folder;

  private SourceLoader notebook() throws IOException {
    return new SourceLoader().with(folder, "Body", NOTEBOOK);
  }

  private static TaskBody<?, ?> body(SourceLoader notebook) throws ReflectiveOperationException {
    return (TaskBody<?, ?>) notebook.call("Body", "make");
  }

  private static List<String> names(Cargo cargo) {
    return cargo.classes().stream().map(ClassFile::name).toList();
  }

  @Test
  void classesAndVariablesAreFollowedToTheEnd() throws Throwable {
    Cargo cargo = Packing.of(body(notebook())).cargo();
    // Square and More are reached only by the value of a variable; the body has a class of its own
    assertThat(names(cargo))
        .containsExactlyInAnyOrder("Body", "Body$$Body", "Held", "Shape", "Square", "More")
        .doesNotContain("Unused");
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    assertThat(worker.body(cargo).run(0, 4)).isEqualTo(5.5);
  }

  @Test
  void aBodyThatCapturesSomethingHasNoClassOfItsOwn() throws Throwable {
    SourceLoader notebook =
        new SourceLoader()
            .with(
                folder,
                "Body",
                """
                import io.github.heddle.task.*;

                class Body {
                  static TaskBody<Integer, Object> make() {
                    int captured = Integer.parseInt("3");
                    return (task, item) -> captured + item;
                  }

                  static TaskBody<Integer, Object> plain() {
                    return (task, item) -> 10 * item + task;
                  }
                }
                """);
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    Cargo capturing = Packing.of(body(notebook)).cargo();
    assertThat(capturing.body()).isEmpty();
    assertThat(worker.body(capturing).run(0, 4)).isEqualTo(7);
    Cargo plain = Packing.of((TaskBody<?, ?>) notebook.call("Body", "plain")).cargo();
    assertThat(plain.body()).contains("Body$$Body");
    assertThat(plain.contents().graph()).as("nothing to read").isEmpty();
    assertThat(worker.body(plain).run(2, 4)).isEqualTo(42);
  }

  @Test
  void variablesAreSentAsTheyAreNow() throws Throwable {
    SourceLoader notebook = notebook();
    TaskBody<?, ?> body = body(notebook);
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(Packing.of(body).cargo()).run(0, 4);
    new Variable("More", "factor").set(notebook, 2.0);
    assertThat(worker.body(Packing.of(body).cargo()).run(0, 4)).isEqualTo(10.0);
    assertThat(new Variable("Held", "sum").value(notebook)).isEqualTo(0L);
    assertThat(new Variable("Held", "sum").value(worker.classLoader())).isEqualTo(4L);
  }

  @Test
  void whatAWorkerHasIsNotSentAgain() throws Throwable {
    TaskBody<?, ?> body = body(notebook());
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    Cargo first = Packing.of(body).cargo();
    worker.body(first);
    Cargo second = Packing.of(body).cargo().without(first.digests());
    assertThat(second.classes()).hasSize(6).noneMatch(ClassFile::complete);
    assertThat(worker.body(second).run(0, 4)).isEqualTo(5.5);
    assertThatThrownBy(
            () -> new Unpacking(PackingTest.class.getClassLoader()).body(second).run(0, 4))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("never arrived");
  }

  @Test
  void anotherVersionOfAClassGetsAnotherLoader() throws Throwable {
    TaskBody<?, ?> body = body(notebook());
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(Packing.of(body).cargo());
    ClassLoader before = worker.classLoader();
    worker.body(Packing.of(body).cargo());
    assertThat(worker.classLoader()).isSameAs(before);
    String other = NOTEBOOK.replace("More.factor *", "More.factor + ");
    SourceLoader changed = new SourceLoader().with(folder, "Body", other);
    assertThat(worker.body(Packing.of(body(changed)).cargo()).run(0, 4)).isEqualTo(7.5);
    assertThat(worker.classLoader()).isNotSameAs(before);
  }

  @Test
  @SuppressWarnings("unchecked") // what the source says
  void elementsBringTheirClasses() throws Throwable {
    SourceLoader notebook = notebook();
    List<Object> shapes = (List<Object>) notebook.call("Body", "elements");
    TaskBody<Object, String> onClassPath = (_, item) -> item.getClass().getName();
    Packing packing = Packing.of(new Work<>(Optional.of(shapes), onClassPath));
    Cargo cargo = packing.cargo();
    assertThat(names(cargo)).contains("Square", "More");
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    worker.body(cargo);
    Object element = worker.value(packing.parcel("element 0", shapes.getFirst()));
    assertThat(requireNonNull(element).getClass().getClassLoader()).isSameAs(worker.classLoader());
    Object back = packing.value(worker.parcel("the result of task 0", element));
    assertThat(requireNonNull(back).getClass().getClassLoader()).isSameAs(notebook);
  }

  @Test
  void aBodyOfTheClassPathNeedsNoClasses() throws Throwable {
    int captured = 5;
    Cargo cargo = Packing.of((TaskBody<Integer, Integer>) (_, item) -> item + captured).cargo();
    assertThat(cargo.classes()).isEmpty();
    Unpacking worker = new Unpacking(PackingTest.class.getClassLoader());
    assertThat(worker.body(cargo).run(0, 1)).isEqualTo(6);
  }
}
