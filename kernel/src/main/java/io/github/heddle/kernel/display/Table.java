package io.github.heddle.kernel.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// Texts in rows and columns, as HTML and as plain text. Where not all rows are there, a line below
/// says how many there are.
///
/// @param columns their titles
/// @param rows those that are shown, each with as many texts as there are columns
/// @param size how many rows there are in all
public record Table(List<String> columns, List<List<String>> rows, int size)
    implements DisplayDataRenderable {
  private static final int WIDEST = 60;
  private static final String CELL = " style=\"text-align:left\"";

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// A table of records or maps, one row each: `Table.of(people)`. Of a long collection the first
  /// rows are shown.
  ///
  /// @throws IllegalArgumentException if the elements are something else
  public static Table of(Object elements) {
    return Tables.of(elements)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a table is made of a collection or an array of records, or of maps"));
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    out.putHTML(html());
    out.putText(text());
  }

  DisplayData data() {
    DisplayData data = new DisplayData(text());
    data.putHTML(html());
    return data;
  }

  /// Elements and attributes only that notebooks do not strip.
  public String html() {
    String head = row("th", columns);
    String body = rows.stream().map(row -> row("td", row)).collect(Collectors.joining("\n"));
    String more = rest().isEmpty() ? "" : "\n<p>" + rest() + "</p>";
    return "<table>\n<thead>" + head + "</thead>\n<tbody>\n" + body + "\n</tbody>\n</table>" + more;
  }

  private static String row(String element, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + element + CELL + ">" + escaped(text) + "</" + element + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Columns under each other, a line below their titles.
  public String text() {
    List<Integer> widths = IntStream.range(0, columns.size()).mapToObj(this::width).toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, widths));
    lines.add(line(widths.stream().map("-"::repeat).toList(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.addAll(rest().isEmpty() ? List.of() : Collections.singletonList(rest()));
    return String.join("\n", lines);
  }

  private String rest() {
    return size > rows.size()
        ? "... %,d rows in all, the first %,d are shown".formatted(size, rows.size())
        : "";
  }

  private int width(int column) {
    return Math.min(
        WIDEST,
        Math.max(
            columns.get(column).length(),
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)));
  }

  private static String line(List<String> texts, List<Integer> widths) {
    return IntStream.range(0, texts.size())
        .mapToObj(column -> padded(texts.get(column), widths.get(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String text, int width) {
    String fitting = ValueText.shortened(text, width);
    return fitting + " ".repeat(width - fitting.length());
  }
}
