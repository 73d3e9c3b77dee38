package io.github.heddle.kernel.evaluation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreeScanner;
import io.github.heddle.cell.Fragment;
import io.github.heddle.kernel.evaluation.Syntax.Last;
import io.github.heddle.kernel.evaluation.Syntax.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements of a body and what they give: the value of the last expression, what is returned,
/// or nothing.
final class BodyText {
  /// A way to compile the body as a lambda.
  ///
  /// @param gives whether it gives a result
  /// @param parts the body; between its parts stands `return`
  record Form(boolean gives, List<Fragment> parts, String end) {
    /// Adds it to a snippet.
    void addTo(SnippetText.Builder text) {
      text.add(parts.getFirst());
      parts.stream().skip(1).forEach(part -> text.insert("return ").add(part));
      text.insert(end);
    }
  }

  private final Fragment body;
  private final Statements statements;

  BodyText(Fragment body, Syntax syntax) {
    this.body = body;
    this.statements = syntax.read(body.text());
  }

  /// What is no Java, whatever its names mean.
  List<Complaint> complaints() {
    return statements.complaints().stream().filter(each -> !valueAtTheEnd(each)).toList();
  }

  /// An expression is no statement, but at the end it is what the body gives.
  private boolean valueAtTheEnd(Complaint complaint) {
    return complaint.code().equals("compiler.err.not.stmt")
        && statements.last().filter(last -> complaint.start() >= last.start()).isPresent();
  }

  /// The expression that is all of it, without its semicolon.
  Optional<Fragment> onlyExpression() {
    return statements
        .last()
        .filter(last ->
            complaints().isEmpty() && last.tree().equals(statements.statements().getFirst()))
        .filter(last -> last.tree() instanceof ExpressionStatementTree)
        .map(last -> Places.part(body, last.start(), Math.min(last.end(), body.text().length())))
        .map(BodyText::withoutSemicolon);
  }

  private static Fragment withoutSemicolon(Fragment statement) {
    String text = statement.text();
    return text.endsWith(";")
        ? new Fragment(text.substring(0, text.length() - 1), statement.at())
        : statement;
  }

  /// Whether that expression is a call: only the compiler knows whether it gives a value.
  boolean isCall() {
    return statements.last().filter(BodyText::isCall).isPresent();
  }

  /// The ways to compile it, the likeliest first. Only the compiler knows whether a call gives a
  /// value.
  List<Form> forms() {
    Returns returns = new Returns();
    returns.scan(statements.statements(), null);
    Optional<Last> value = statements.last().filter(this::isExpression);
    List<Form> forms = new ArrayList<>();
    if (value.isPresent() && !returns.nothing) {
      forms.add(returning(value.get()));
    }
    if (value.isEmpty() || returns.nothing || (isCall(value.get()) && !returns.value)) {
      forms.add(new Form(returns.value, List.of(body), end()));
    }
    return forms;
  }

  /// Whether it returns, with or without a value.
  boolean returns() {
    Returns returns = new Returns();
    returns.scan(statements.statements(), null);
    return returns.value || returns.nothing;
  }

  private Form returning(Last value) {
    int end = Math.min(value.end(), body.text().length());
    Fragment expression = Places.part(body, value.start(), end);
    return new Form(
        true,
        List.of(Places.part(body, 0, value.start()), expression),
        expression.text().endsWith(";") ? "" : "\n;");
  }

  /// The semicolon that may be left out at the end.
  private String end() {
    return statements.last().filter(last -> last.end() > body.text().length()).isPresent()
        ? "\n;"
        : "";
  }

  private boolean isExpression(Last last) {
    return last.tree() instanceof ExpressionStatementTree
        || (last.tree() instanceof SwitchTree
            && statements.complaints().stream().anyMatch(this::valueAtTheEnd));
  }

  private static boolean isCall(Last last) {
    return last.tree() instanceof ExpressionStatementTree statement
        && statement.getExpression() instanceof MethodInvocationTree;
  }

  /// Whether the body returns values, or returns without one.
  private static final class Returns extends TreeScanner<@Nullable Void, @Nullable Void> {
    private boolean value;
    private boolean nothing;

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void parameter) {
      boolean gives = (@Nullable Object) tree.getExpression() != null;
      value |= gives;
      nothing |= !gives;
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void parameter) {
      return null;
    }
  }
}
