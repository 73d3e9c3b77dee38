package io.github.heddle.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

class TablesTest {
  record Yarn(String name, int turns) {}

  record Colour(String name, double share) {}

  record Broken(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void recordsAreRows() {
    Table table = Table.of(List.of(new Yarn("warp", 1), new Yarn("<weft>", 20)));
    assertThat(table.text())
        .isEqualTo(
            """
            name    turns
            ------  -----
            warp    1
            <weft>  20\
            """);
    assertThat(table.html()).contains(">name</th>", "&lt;weft&gt;").doesNotContain("<weft>");
  }

  @Test
  void mapsMayHaveDifferentKeys() {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("a", 1);
    first.put("b", null);
    assertThat(Table.of(List.of(first, Map.of("c", 3))))
        .isEqualTo(
            new Table(
                List.of("a", "b", "c"),
                List.of(List.of("1", "null", ""), List.of("", "", "3")),
                2));
  }

  @Test
  void recordsOfSeveralTypesAreNamed() {
    Table table = Table.of(new Record[] {new Yarn("warp", 1), new Colour("red", 0.5)});
    assertThat(table.columns()).containsExactly("", "name", "turns", "share");
    assertThat(table.rows())
        .containsExactly(List.of("Yarn", "warp", "1", ""), List.of("Colour", "red", "", "0.5"));
  }

  @Test
  void aMapOfRecordsHasItsKeysInFront() {
    assertThat(Table.of(Map.of("k", new Yarn("warp", 1))).rows())
        .containsExactly(List.of("k", "warp", "1"));
  }

  @Test
  void ofManyRowsTheFirstAreShownAndAllAreCounted() {
    Table table = Table.of(IntStream.range(0, 1234).mapToObj(i -> new Yarn("t", i)).toList());
    assertThat(table.rows()).hasSize(50);
    assertThat(table.text()).endsWith("... 1,234 rows in all, the first 50 are shown");
    assertThat(table.html()).contains("1,234 rows in all");
  }

  @Test
  void anAccessorThatThrowsSpoilsItsOwnPlaceOnly() {
    assertThat(Table.of(List.of(new Broken(1))).rows())
        .containsExactly(List.of("(IllegalStateException)"));
  }

  @Test
  void otherValuesAreNoTables() {
    assertThat(Tables.of(List.of())).isEmpty();
    assertThat(Tables.of(List.of(1, new Yarn("warp", 1)))).isEmpty();
    assertThat(Tables.of(Map.of("a", 1))).isEmpty();
    assertThat(Tables.of("text")).isEmpty();
    assertThatThrownBy(() -> Table.of(List.of(1))).hasMessageContaining("records");
  }

  @Test
  void theRendererShowsTablesArraysAndBearableText() {
    NotebookRenderer renderer = new NotebookRenderer();
    DisplayData table = renderer.render(List.of(new Yarn("warp", 1)));
    assertThat(table.getData(MIMEType.TEXT_HTML)).asString().contains("<table>");
    assertThat(renderer.render(new int[][] {{1}, {2, 3}}).getData(MIMEType.TEXT_PLAIN))
        .isEqualTo("[[1], [2, 3]]");
    DisplayData longText = renderer.render("x".repeat(200_000));
    assertThat(longText.getData(MIMEType.TEXT_PLAIN))
        .asString()
        .endsWith("200000 characters in all");
  }

  @Test
  void aBriefTextAsksNoMoreThanItShows() {
    assertThat(ValueText.brief(IntStream.range(0, 1000).boxed().toList(), 20))
        .startsWith("[0, 1, 2, ")
        .hasSizeLessThanOrEqualTo(20);
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };
    assertThat(ValueText.brief(broken, 80)).isEqualTo("(no text: IllegalStateException)");
  }
}
