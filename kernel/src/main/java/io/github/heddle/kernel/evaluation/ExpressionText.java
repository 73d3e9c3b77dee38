package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import java.util.Optional;
import java.util.regex.Pattern;

/// An expression as the initializer of a variable of ours.
///
/// For the type of an expression that stands alone JShell asks the compiler twice before it
/// compiles it, which takes almost half of a short cell's time. Here it need not: an `Object` takes
/// any value.
final class ExpressionText {
  private static final String CALL = ExpressionValue.class.getName() + ".of(() -> ";

  /// How declarations and statements begin: what begins so need not be read.
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:[{@]|(?:import|class|interface|enum|abstract|final|static|public|private|protected"
              + "|void|var|boolean|byte|char|short|int|long|float|double|if|for|while|do|try"
              + "|synchronized|throw|return|assert|switch)\\b|(?:record|sealed)\\s+\\w).*",
          Pattern.DOTALL);

  private ExpressionText() {}

  /// The declaration of a variable with the value of the source, if that is one expression.
  static Optional<SnippetText> declaring(
      String variable, Fragment source, String name, Syntax syntax) {
    if (OTHER.matcher(source.text()).matches()) {
      return Optional.empty();
    }
    BodyText read = new BodyText(source, syntax);
    return read.onlyExpression()
        .map(expression ->
            new SnippetText.Builder(name)
                .insert("java.lang.Object " + variable + " = " + (read.isCall() ? CALL : "("))
                .add(expression)
                .insert("\n);")
                .build());
  }
}
