package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VegaLiteTest {
  @Test
  void textsInAnExpressionMayHoldWhatEndsThemThere() {
    assertThat(VegaLite.list(List.of("it's", "a\\b", "two\nlines\u2028")))
        .isEqualTo("['it\\'s','a\\\\b','two lines ']");
  }

  @Test
  void fieldsMayHoldWhatPartsThem() {
    assertThat(VegaLite.line("a, b", "\"q\"", "c", "", "")).isEqualTo("\"a, b\",\"\"\"q\"\"\",c");
  }
}
