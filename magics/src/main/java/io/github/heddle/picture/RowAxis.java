package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows below each other on a scale of numbers, so that a row can be filled in part: row 0 goes
/// from 0, on top, to 1.
///
/// @param names of the rows, from top to bottom
record RowAxis(List<String> names) {
  RowAxis {
    names = List.copyOf(names);
  }

  /// The y channel, with the names beside the middles of the rows.
  Map<String, Object> y(String field) {
    return y(field, "", "");
  }

  /// The same with names in lines, which end at this mark.
  Map<String, Object> inLines(String field, String mark) {
    return y(field, "split(", ", '" + mark + "')");
  }

  private Map<String, Object> y(String field, String before, String after) {
    List<Double> middles = IntStream.range(0, names.size()).mapToObj(row -> row + 0.5).toList();
    return VegaLite.quantity(
        field,
        "",
        object("domain", List.of(0, names.size()), "nice", false, "reverse", true),
        object(
            "values",
            middles,
            "labelExpr",
            before + VegaLite.list(names) + "[floor(datum.value)]" + after));
  }
}
