package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumbersTableTest {
  private static final Bundle TABLE = NumbersTable.of(SampleRuns.oversubscribed().report());

  private static String html() {
    return (String) Objects.requireNonNull(TABLE.data().get("text/html"));
  }

  @Test
  void onlyElementsThatNotebooksKeepAreUsed() {
    Set<String> elements =
        Pattern.compile("<(\\w+)")
            .matcher(html())
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(elements).containsExactly("b", "details", "span", "summary", "table", "td", "tr");
    assertThat(html()).doesNotContain("script", "class=", "onclick");
  }

  @Test
  void definitionsAreOnHover() {
    assertThat(html())
        .contains(
            "<span title='One at a time / wall.'>speed-up",
            "title='Share of task time on a core.'>running<td",
            "title='CPU / wall, against the cores this process may use: the smaller of its affinity"
                + " and its control group&#39;s quota.'>");
  }

  @Test
  void theNumbersThatMatterMostAreSeenWithoutUnfolding() {
    String head = html().substring(0, html().indexOf("</summary>"));

    assertThat(head)
        .contains(unbroken("wall <b>1.20 s</b>"), unbroken("CPU <b>2.38 s</b>"))
        .contains(unbroken("cores used <b>1.98 of 2</b>"), unbroken("speed-up <b>2.00×</b>"))
        .doesNotContain("switches");
  }

  private static String unbroken(String text) {
    return text.replace(' ', '\u00A0');
  }

  @Test
  void noSpeedUpStandsOutWhereItSaysNothing() {
    assertThat(head(SampleRuns.deadlock())).contains(">wall").doesNotContain("speed-up");
    assertThat(head(SampleRuns.tiny())).doesNotContain("speed-up");
    assertThat(
            head(SampleRuns.oversubscribed().bin(0, 0, 1200, 0.5, 0.5).bin(1, 0, 1200, 0.5, 0.5)))
        .doesNotContain("speed-up");
  }

  private static String head(SampleRun run) {
    String html =
        (String) Objects.requireNonNull(NumbersTable.of(run.report()).data().get("text/html"));
    return html.substring(0, html.indexOf("</summary>"));
  }

  @Test
  void everyNumberIsThereOnceWithItsDefinition() {
    assertThat(SampleRuns.oversubscribed().report().measures())
        .allSatisfy(measure ->
            assertThat(html())
                .containsOnlyOnce(
                    "title='%s'>%s"
                        .formatted(
                            Markup.escaped(measure.definition()), unbroken(measure.name()))));
  }

  @Test
  void theTextHasOneNumberPerLine() {
    assertThat((String) TABLE.data().get("text/plain"))
        .contains("speed-up              2.00×\n", "cores used            1.98 of 2\n");
  }
}
