package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualifiedTest {
  @Test
  void theNamesBeforeAMemberBelongToIt() {
    assertThat(Qualified.in("x + System.ou", member(11, 13)))
        .isEqualTo(
            new Completions(4, 13, List.of(new Completion("System.out", "instance", "sig"))));
  }

  @Test
  void aCallBeforeAMemberIsLeftAlone() {
    assertThat(Qualified.in("call().ou", member(7, 9)).start()).isEqualTo(7);
    assertThat(Qualified.in("(ou", member(1, 3)).start()).isEqualTo(1);
  }

  private static Completions member(int start, int end) {
    return new Completions(start, end, List.of(new Completion("out", "instance", "sig")));
  }
}
