package io.github.heddle.ship;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
  @ParameterizedTest
  @CsvSource({
    "com.google.gson.Gson, true",
    "org.slf4j.Logger, true",
    "javax.inject.Inject, true",
    "Unnamed, true",
    "java.lang.String, false",
    "javax.xml.parsers.SAXParser, false",
    "org.w3c.dom.Node, false",
    "io.github.heddle.Heddle, false",
    "org.dflib.jjava.jupyter.kernel.BaseKernel, false"
  })
  void librariesOfTheNotebookStandFirstButForTheJdkAndHeddle(String className, boolean first) {
    assertThat(Precedence.ofNotebook(className)).isEqualTo(first);
  }
}
