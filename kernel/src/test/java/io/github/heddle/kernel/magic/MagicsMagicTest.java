package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.junit.jupiter.api.Test;

class MagicsMagicTest {
  @Test
  void everyMagicIsListedWithWhatItDoes() {
    MagicsRegistry registry =
        new MagicsRegistry()
            .registerLineMagic("time", (kernel, words) -> words)
            .registerCellMagic("threads", (kernel, words, body) -> body);
    List<String> said = new ArrayList<>();

    new MagicsMagic(registry, Map.of("%%threads", "a pool of threads"), said::add).list();

    assertThat(said).containsExactly("%%threads  a pool of threads\n%time");
  }
}
