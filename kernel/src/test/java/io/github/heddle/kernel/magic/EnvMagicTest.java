package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnvMagicTest {
  private final Map<String, String> variables = new HashMap<>(Map.of("B", "2", "A", "1"));
  private final AtomicInteger renewed = new AtomicInteger();
  private final List<String> said = new ArrayList<>();

  @Test
  void allAreShownInOrderOrOne() {
    magic().run("");
    magic().run("B");
    assertThat(said).containsExactly("A=1\nB=2", "2");
    assertThat(renewed).hasValue(0);
  }

  @Test
  void oneIsSetAndWorkersAreRenewed() {
    magic().run("C = \"x=y z\"");
    assertThat(variables).containsEntry("C", "x=y z");
    assertThat(renewed).hasValue(1);
  }

  @Test
  void wrongNamesAreRefused() {
    assertThatThrownBy(() -> magic().run("1A=2"))
        .hasMessageContaining("1A cannot be")
        .hasMessageContaining("%env NAME=VALUE");
    assertThatThrownBy(() -> magic().run("=2")).hasMessageContaining("name of the variable");
    assertThatThrownBy(() -> magic().run("NIX"))
        .hasMessageContaining("no environment variable NIX");
  }

  private EnvMagic magic() {
    return new EnvMagic(new Fixed(), renewed::incrementAndGet, said::add);
  }

  private final class Fixed implements Environment {
    @Override
    public Map<String, String> all() {
      return variables;
    }

    @Override
    public void set(String name, String value) {
      variables.put(name, value);
    }
  }
}
