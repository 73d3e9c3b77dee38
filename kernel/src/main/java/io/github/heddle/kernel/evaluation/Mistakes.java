package io.github.heddle.kernel.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to do about mistakes that the compiler's own words tell already: those of learners first.
/// Names that nobody declared are the affair of [Hints]. Pure.
final class Mistakes {
  private static final Pattern CONVERTED = Pattern.compile("(\\S+) cannot be converted to (\\S+)");
  private static final Pattern LOSSY = Pattern.compile("lossy conversion from (\\S+) to (\\S+)");

  private Mistakes() {}

  /// @param code the code that the compiler complains about
  static Optional<String> hint(Complaint complaint, String code) {
    String message = complaint.message();
    return switch (complaint.kind()) {
      case "expected", "expected2", "expected3", "expected4" -> expected(message);
      case "prob.found.req" -> incompatible(message, code);
      default -> ofKind(complaint.kind(), message, code);
    };
  }

  private static Optional<String> expected(String message) {
    if (message.startsWith("';' expected")) {
      return Optional.of("a statement ends with a semicolon");
    }
    if (message.startsWith("')' or ','")) {
      return Optional.of("a closing bracket, a comma, or an operator such as + is missing here");
    }
    return message.startsWith("<identifier>")
        ? Optional.of("a name is missing here")
        : Optional.empty();
  }

  private static Optional<String> ofKind(String kind, String message, String code) {
    return Optional.ofNullable(
        switch (kind) {
          case "missing.ret.stmt" -> "every way through it must end with return and a value";
          case "invalid.meth.decl.ret.type.req" ->
              "write what the method returns in front of its name, such as void or int";
          case "unclosed.str.lit" -> "close the string with a double quote";
          case "unclosed.char.lit", "empty.char.lit" ->
              "text stands in double quotes; single quotes hold one character";
          case "var.might.not.have.been.initialized" ->
              "give it a value where it is declared, or on every way to this line";
          case "unreported.exception.need.to.catch.or.throw" -> unreported(message);
          case "non-static.cant.be.ref" ->
              "it belongs to an object: make one with new and use it there, or declare it static";
          case "type.found.req" -> boxed(code);
          case "not.stmt" -> notAStatement(code);
          case "already.defined" ->
              "to change its value leave out the type; or choose another name";
          case "cant.assign.val.to.var" -> "what is final keeps its first value: leave out final";
          case "cant.ref.non.effectively.final.var" ->
              "copy it into a variable that never changes, and use the copy here";
          case "cant.deref" -> "a number, char or boolean is no object and has no methods";
          case "array.req.but.found" -> "only arrays have [ ]: the elements of a List are get(i)";
          case "else.without.if" -> "before else stands one statement, or a block in braces";
          case "illegal.start.of.expr" -> "something is missing, or not closed, before this";
          case "does.not.override.abstract" -> "write that method, or declare the class abstract";
          case "operator.cant.be.applied.1" -> operator(code);
          default -> null;
        });
  }

  private static String unreported(String message) {
    String type = message.replaceFirst("^unreported exception (\\S+?);.*", "$1");
    String name = type.substring(type.lastIndexOf('.') + 1);
    return "put it into try { ... } catch (%s e) { ... }, or write throws %s behind the method's parameters"
        .formatted(name, name);
  }

  private static Optional<String> incompatible(String message, String code) {
    Matcher lossy = LOSSY.matcher(message);
    if (lossy.find()) {
      return Optional.of(
          "declare it as %s, or convert it with (%s), which cuts off what does not fit"
              .formatted(lossy.group(1), lossy.group(2)));
    }
    Matcher converted = CONVERTED.matcher(message);
    return converted.find()
        ? Optional.ofNullable(conversion(simple(converted.group(1)), converted.group(2), code))
        : returning(message);
  }

  private static Optional<String> returning(String message) {
    if (message.contains("unexpected return value")) {
      return Optional.of(
          "a void method returns nothing: write the type of the value in place of void");
    }
    return message.contains("missing return value")
        ? Optional.of("write the value behind return")
        : Optional.empty();
  }

  private static @Nullable String conversion(String from, String to, String code) {
    return switch (simple(to)) {
      case "boolean" ->
          code.matches("(?s)[^=]*[^=!<>]=[^=].*")
              ? "= assigns; == compares"
              : "a condition is true or false: compare it, such as " + code.strip() + " != 0";
      case "int", "long", "Integer", "Long" ->
          from.equals("String") ? "text becomes a number with Integer.parseInt(text)" : null;
      case "double", "float", "Double" ->
          from.equals("String") ? "text becomes a number with Double.parseDouble(text)" : null;
      case "char" -> from.equals("String") ? "a char stands in single quotes: 'x'" : null;
      case "String" ->
          from.equals("Object")
              ? cast("String")
              : "any value becomes text with String.valueOf(value)";
      case String name when from.equals("Object") -> cast(name);
      default -> null;
    };
  }

  private static String cast(String type) {
    return "if it is one, say so: (" + type + ") in front of it";
  }

  private static String simple(String type) {
    String raw = type.replaceFirst("<.*", "");
    return raw.substring(raw.lastIndexOf('.') + 1);
  }

  private static String boxed(String code) {
    return "in angle brackets stand classes: "
        + switch (code.strip()) {
          case "int" -> "Integer for int";
          case "char" -> "Character for char";
          case String primitive when !primitive.isEmpty() ->
              Character.toUpperCase(primitive.charAt(0))
                  + primitive.substring(1)
                  + " for "
                  + primitive;
          default -> "Integer for int";
        };
  }

  private static String notAStatement(String code) {
    return code.contains("==")
        ? "== compares; = assigns"
        : "do something with it: assign it, or print it";
  }

  private static @Nullable String operator(String code) {
    return code.contains("==") || code.contains("!=")
        ? "these two can never be equal: compare values of one type, objects with equals"
        : null;
  }
}
