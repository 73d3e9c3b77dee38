package io.github.heddle.kernel.magic;

import io.github.heddle.kernel.display.Screen;
import io.github.heddle.kernel.display.Table;
import io.github.heddle.kernel.display.ValueText;
import io.github.heddle.kernel.evaluation.TypeNames;
import io.github.heddle.kernel.evaluation.Variable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// `%who [NAME...]`: the variables of the notebook, or some of them, as a table of names, types and
/// values. Asks values for their text, on the calling thread.
///
/// @param variables those of the notebook, in the order of their declaration
/// @param say prints a line under the cell
public record WhoMagic(Supplier<List<Variable>> variables, Screen screen, Consumer<String> say) {
  private static final int WIDEST = 60;

  /// Shows the table.
  public void show(List<String> names) {
    List<Variable> all = variables.get();
    List<Variable> asked =
        all.stream().filter(each -> names.isEmpty() || names.contains(each.name())).toList();
    names.forEach(name -> check(name, all));
    if (asked.isEmpty()) {
      say.accept("no variables are declared");
    } else {
      screen.show(data(asked));
    }
  }

  private static void check(String name, List<Variable> all) {
    if (all.stream().noneMatch(each -> each.name().equals(name))) {
      throw new IllegalArgumentException("no variable " + name + " is declared");
    }
  }

  private static DisplayData data(List<Variable> variables) {
    Table table =
        new Table(
            List.of("name", "type", "value"),
            variables.stream().map(WhoMagic::row).toList(),
            variables.size());
    DisplayData data = new DisplayData(table.text());
    data.putHTML(table.html());
    return data;
  }

  private static List<String> row(Variable variable) {
    String text = ValueText.brief(variable.value(), WIDEST);
    return List.of(
        variable.name(),
        TypeNames.shortened(variable.type()),
        variable.value() instanceof CharSequence ? "\"" + text + "\"" : text);
  }
}
