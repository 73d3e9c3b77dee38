package io.github.heddle.ship;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedLoaderTest {
  /// Arrives, though the parent has it, too.
  public static final class Arrived {}

  /// Notes what it is asked for.
  private static final class Parent extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    private Parent() {
      super(ShippedLoaderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }
  }

  private final Parent parent = new Parent();
  private final ShippedLoader loader = new ShippedLoader(parent);

  @Test
  void theParentIsNotAskedForWhatArrived() throws Exception {
    loader.take(List.of(new ClassFile(Arrived.class.getName(), bytes())), List.of());

    Class<?> arrived = loader.loadClass(Arrived.class.getName());

    assertThat(arrived.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(Arrived.class.getName())).isSameAs(arrived);
    assertThat(parent.asked).doesNotContain(Arrived.class.getName());
  }

  @Test
  void theParentHasAllElse() throws Exception {
    assertThat(loader.loadClass(Arrived.class.getName())).isSameAs(Arrived.class);
    assertThat(parent.asked).contains(Arrived.class.getName());
  }

  private static byte[] bytes() throws IOException {
    String file = Arrived.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Arrived.class.getClassLoader().getResourceAsStream(file)) {
      return requireNonNull(in).readAllBytes();
    }
  }
}
