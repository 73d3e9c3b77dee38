package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingImportsTest {
  private final StandingImports imports =
      new StandingImports(
          List.of(
              "import java.util.*;", "import java.net.URI;", "import static java.lang.Math.*;"));

  @Test
  void oneSnippetDeclaresThemAll() {
    assertThat(imports.text().text())
        .isEqualTo("import java.util.*; import java.net.URI; import static java.lang.Math.*;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.*;",
        "import java.util.*",
        "import java.util.*;;",
        "\t import \n java.util.* ; \n",
        "import java . util\n. * ;",
        "import java.util.*; // all of it",
        "// all of it\nimport java.util.*;",
        "import /* all */ java.util.*;",
        "import/**/java.util.*;",
        "import java.util./* all\n of it */*/* twice */;",
        "import java.net.URI;",
        "import static java.lang.Math.*;",
        "import  static\njava.lang.Math.* ;",
        "import static/**/java.lang.Math.*;",
      })
  void anImportThatIsInForceIsKnownHoweverItIsWritten(String source) {
    assertThat(imports.contain(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "import java.util.List;",
        "import java.util.concurrent.*;",
        "import static java.util.*;",
        "import java.lang.Math.*;",
        "import java.net.*;",
        "import java.net.URIs;",
        "import module java.util;",
        "importjava.util.*;",
        "import java.util.*; int a = 1;",
        "\"import java.util.*;\"",
        "// import java.util.*;",
      })
  void whatIsNotInForceIsNot(String source) {
    assertThat(imports.contain(source)).isFalse();
  }

  @Test
  void whatIsNoImportIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandingImports(List.of("import java.util.*;", "int a = 1;")))
        .withMessage("int a = 1;");
  }
}
