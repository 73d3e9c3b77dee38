package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import java.util.Optional;
import java.util.regex.Pattern;

/// An expression and the ways it is given to the compiler.
///
/// For the type of an expression that stands alone JShell asks the compiler twice before it
/// compiles it, which takes almost half of a short cell's time. Here it need not: an `Object` takes
/// any value.
///
/// @param expression without a semicolon
/// @param call whether it is a call, which may give no value
/// @param name what errors call its source
record ExpressionText(Fragment expression, boolean call, String name) {
  private static final String CALL = ExpressionValue.class.getName() + ".of(() -> ";

  /// The method of a class of ours that gives the value, as JShell calls its own.
  static final String METHOD = "do_it$";

  /// How declarations and statements begin: what begins so need not be read.
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:[{@]|(?:import|class|interface|enum|abstract|final|static|public|private|protected"
              + "|void|var|boolean|byte|char|short|int|long|float|double|if|for|while|do|try"
              + "|synchronized|throw|return|assert|switch)\\b|(?:record|sealed)\\s+\\w).*",
          Pattern.DOTALL);

  /// The source, if that is one expression.
  static Optional<ExpressionText> of(Fragment source, String name, Syntax syntax) {
    if (OTHER.matcher(source.text()).matches()) {
      return Optional.empty();
    }
    BodyText read = new BodyText(source, syntax);
    return read.onlyExpression()
        .map(expression -> new ExpressionText(expression, read.isCall(), name));
  }

  /// The declaration of a variable with the value.
  SnippetText declaring(String variable) {
    return text("java.lang.Object " + variable + " = ", "\n);");
  }

  /// A compilation unit with a class whose method returns the value.
  ///
  /// @param head the package and the imports
  SnippetText unit(String head, String className) {
    return text(
        head
            + "class %s {\npublic static java.lang.Object %s() throws java.lang.Throwable {\nreturn "
                .formatted(className, METHOD),
        "\n);\n}\n}\n");
  }

  private SnippetText text(String before, String after) {
    return new SnippetText.Builder(name)
        .insert(before + (call ? CALL : "("))
        .add(expression)
        .insert(after)
        .build();
  }
}
