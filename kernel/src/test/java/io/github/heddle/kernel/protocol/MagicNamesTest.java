package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import java.util.List;
import org.junit.jupiter.api.Test;

class MagicNamesTest {
  @Test
  void optionsOfTheMagicAreCompleted() {
    assertThat(options("%%threads -n 3 --wor")).contains("--workers").doesNotContain("--tasks");
    assertThat(options("%%threads --")).contains("--tasks", "--over", "--repeat");
    assertThat(options("%maven --re")).containsExactly("--repo");
    Completions found = MagicNames.optionsAt("%%threads --wor", 15).orElseThrow();
    assertThat(found.start()).isEqualTo(10);
    assertThat(found.end()).isEqualTo(15);
  }

  @Test
  void amongOptionsStandsNoJava() {
    assertThat(options("%%threads ")).isEmpty();
    assertThat(options("%load not")).isEmpty();
  }

  @Test
  void javaIsLeftToTheCompiler() {
    assertThat(MagicNames.optionsAt("%%threads --wor\nfoo", 19)).isEmpty();
    assertThat(MagicNames.optionsAt("%time fo", 8)).isEmpty();
    assertThat(MagicNames.optionsAt("int a = 7 % b", 13)).isEmpty();
  }

  private static List<String> options(String code) {
    return MagicNames.optionsAt(code, code.length()).orElseThrow().completions().stream()
        .map(Completion::text)
        .toList();
  }
}
