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
    assertThat(html()).contains("<span title=\"One at a time / wall.\">speed-up</span>", "2.00×");
  }

  @Test
  void theNumbersThatMatterMostAreSeenWithoutUnfolding() {
    String head = html().substring(0, html().indexOf("</summary>"));

    assertThat(head)
        .contains("wall</span> <b>1.20 s</b>", "CPU</span> <b>2.38 s</b>")
        .contains("cores used</span> <b>1.98 of 2</b>", "speed-up</span> <b>2.00×</b>")
        .contains("<span title=\"One at a time / wall.\">")
        .doesNotContain("switches");
  }

  @Test
  void noSpeedUpStandsOutWhereItSaysNothing() {
    assertThat(head(SampleRuns.deadlock())).contains("wall</span>").doesNotContain("speed-up");
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
  void everyNumberIsInTheTable() {
    String table = html().substring(html().indexOf("<table>"));

    assertThat(SampleRuns.oversubscribed().report().measures())
        .allSatisfy(measure -> assertThat(table).contains(">" + measure.name() + "</span>"));
  }

  @Test
  void theTextHasOneNumberPerLine() {
    assertThat((String) TABLE.data().get("text/plain"))
        .contains("speed-up              2.00×\n", "cores used            1.98 of 2\n");
  }
}
