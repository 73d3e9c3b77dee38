package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentCostsTest {
  private final RecentCosts costs = new RecentCosts();

  @Test
  void nothingWasSpentYet() {
    assertThat(costs.cheapest()).isZero();
  }

  @Test
  void oneDearTimeDoesNotCount() {
    costs.add(5);
    costs.add(900);
    assertThat(costs.cheapest()).isEqualTo(5);
  }

  @Test
  void whatBecameDearCountsAfterAWhile() {
    costs.add(5);
    for (int i = 0; i < 20; i++) {
      costs.add(300);
    }
    assertThat(costs.cheapest()).isEqualTo(300);
  }
}
