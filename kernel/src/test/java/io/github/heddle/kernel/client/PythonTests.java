package io.github.heddle.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Runs the Python tests of a folder and shows each as a test of ours. A test that was skipped is a
/// failure, and so is a folder without tests.
///
/// @param folder under kernel/src/test/python
record PythonTests(String folder) {
  /// Runs them all, then reports each.
  Stream<DynamicTest> run() throws Exception {
    JupyterEnvironment environment = JupyterEnvironment.prepared();
    Path report = environment.results().resolve(folder + ".xml");
    Path log = environment.results().resolve(folder + ".log");
    int exitCode = environment.run(command(environment, report), log);
    String output = JupyterEnvironment.text(log);
    assertThat(exitCode).as("pytest could not run:\n" + output).isIn(0, 1);
    List<Element> cases = cases(report);
    assertThat(cases).as("no test was collected:\n" + output).isNotEmpty();
    return cases.stream().map(test -> DynamicTest.dynamicTest(title(test), () -> check(test)));
  }

  private List<String> command(JupyterEnvironment environment, Path report) {
    Path tests = environment.root().resolve(Path.of("kernel", "src", "test", "python"));
    return List.of(
        environment.python().toString(),
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-rA",
        "--junitxml=" + report,
        tests.resolve(folder).toString());
  }

  private static List<Element> cases(Path report) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
    return elements(document.getElementsByTagName("testcase"));
  }

  private static String title(Element test) {
    return test.getAttribute("name").replaceFirst("^test_", "").replace('_', ' ');
  }

  private static void check(Element test) {
    for (String bad : List.of("failure", "error", "skipped")) {
      for (Element what : elements(test.getElementsByTagName(bad))) {
        throw new AssertionError(
            bad + ": " + what.getAttribute("message") + "\n" + what.getTextContent());
      }
    }
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
