package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of which findings are made.
class RulesTest {
  @Test
  void everyRuleNamesItsSource() {
    List<Rule> rules = new ArrayList<>(Advice.RULES);
    rules.addAll(InPython.RULES);

    assertThat(InPython.RULES).noneMatch(rule -> rule.source() == Source.MEASUREMENT);
    assertThat(rules).extracting(Rule::source).contains(Source.values());
  }
}
