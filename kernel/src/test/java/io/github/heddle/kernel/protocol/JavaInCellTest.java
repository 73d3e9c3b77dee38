package io.github.heddle.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaInCellTest {
  @Test
  void javaBelowACellMagicBeginsInItsLine() {
    JavaInCell java = JavaInCell.of("%%threads -n 3\nfoo();");

    assertThat(java.text()).isEqualTo("foo();");
    assertThat(java.begin()).isEqualTo(15);
    assertThat(java.contains(14)).isFalse();
    assertThat(java.belowMagic()).isTrue();
  }

  @Test
  void lineMagicsAreBlankedWithoutMovingTheRest() {
    JavaInCell java = JavaInCell.of("int a;\n%time x\na.");

    assertThat(java.text()).isEqualTo("int a;\n       \na.");
    assertThat(java.belowMagic()).isFalse();
  }
}
