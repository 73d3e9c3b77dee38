package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    new MagicsMagic(
            registry,
            name -> Optional.ofNullable(Map.of("%%threads", "a pool of threads").get(name)),
            said::add)
        .list();

    assertThat(said).containsExactly("%%threads  a pool of threads\n%time");
  }

  @Test
  void magicsOfTheLibrarySayThemselvesWhatTheyDo() {
    assertThat(MagicSummaries.of("%%compare"))
        .contains("Runs the same body under several models, in turns, and says which one suits it");
    assertThat(MagicSummaries.of("%%time")).isPresent();
    assertThat(MagicSummaries.of("%%unknown")).isEmpty();
  }
}
