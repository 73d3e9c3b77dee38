package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowedCoresTest {
  private static AllowedCores of(List<Integer> allowed, Set<Integer> online) {
    return AllowedCores.of(new TreeSet<>(allowed), online);
  }

  @Test
  void theCoresThatAreAllowedCount() {
    assertThat(of(List.of(0), Set.of(0, 1)))
        .isEqualTo(new AllowedCores(OptionalInt.of(1), Set.of(0)));
  }

  @Test
  void whereMoreAreAllowedThanThereAreThoseThatAreThereCount() {
    List<Integer> possible = IntStream.range(0, 128).boxed().toList();

    assertThat(of(possible, Set.of(0, 1, 3)))
        .isEqualTo(new AllowedCores(OptionalInt.of(3), Set.of(0, 1, 3)));
  }

  @Test
  void whereTheNumbersAreOthersOnlyTheirCountIsKnown() {
    assertThat(of(List.of(4, 5, 6, 7), Set.of(0, 1, 2, 3)))
        .isEqualTo(new AllowedCores(OptionalInt.of(4), Set.of()));
  }

  @Test
  void whatIsNotToldIsNotKnown() {
    assertThat(of(List.of(), Set.of(0))).isEqualTo(new AllowedCores(OptionalInt.empty(), Set.of()));
    assertThat(of(List.of(2, 3), Set.of()))
        .isEqualTo(new AllowedCores(OptionalInt.of(2), Set.of(2, 3)));
  }
}
