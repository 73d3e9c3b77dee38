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

  private static final Pattern REQUIRED = Pattern.compile("required:\\s+(.+)");

  private Mistakes() {}

  /// @param code the code that the compiler complains about
  static Optional<String> hint(Complaint complaint, String code) {
    String message = complaint.message();
    return switch (complaint.kind()) {
      case "prob.found.req" -> incompatible(message, code);
      default -> ofKind(complaint.kind(), message, code);
    };
  }

  private static Optional<String> ofKind(String kind, String message, String code) {
    return Optional.ofNullable(
        switch (kind) {
          case "missing.ret.stmt" -> "every way through it must end with return and a value";
          case "invalid.meth.decl.ret.type.req" ->
              "write what the method returns in front of its name, such as void or int";
          case "var.might.not.have.been.initialized" ->
              "give it a value where it is declared, or on every way to this line";
          case "unreported.exception.need.to.catch.or.throw" -> unreported(message);
          case "non-static.cant.be.ref" ->
              message.startsWith("non-static variable this")
                  ? "this is known inside a class only: leave it out"
                  : "it belongs to an object: make one with new and use it there, or declare it"
                      + " static";
          case "type.found.req" -> boxed(code);
          case "var.not.initialized.in.default.constructor" ->
              "give it a value where it is declared";
          case "already.defined" ->
              "to change its value leave out the type; or choose another name";
          case "cant.assign.val.to.var" -> "what is final keeps its first value: leave out final";
          case "cant.ref.non.effectively.final.var" ->
              "copy it into a variable that never changes, and use the copy here";
          case "cant.deref" -> "a number, char or boolean is no object and has no methods";
          case "array.req.but.found" ->
              message.endsWith("String found")
                  ? "the characters of a text are charAt(i)"
                  : "only arrays have [ ]: the elements of a List are get(i)";
          case "unreachable.stmt" ->
              "the line before it always leaves: put it in front, or remove it";
          case "abstract.cant.be.instantiated" -> instantiable(message);
          case "override.weaker.access" -> "write public in front of it, as its interface has it";
          case "not.exhaustive", "not.exhaustive.statement" ->
              "add the cases that are missing, or default -> ...";
          case "cant.infer.local.var.type" -> "write its type in place of var";
          case "except.never.thrown.in.try" -> "leave that catch out";
          case "unexpected.type" -> "only a variable can be changed";
          case "report.access" -> "private is known inside its class only: call a method of it";
          case "cant.apply.symbol" -> arguments(message);
          case "break.outside.switch.loop", "cont.outside.loop" -> "it stands inside a loop";
          case "does.not.override.abstract" -> "write that method, or declare the class abstract";
          case "operator.cant.be.applied.1" -> operator(message, code);
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
    if (lossy.find() && lossy.group(2).equals("float") && code.matches("[0-9.]+")) {
      return Optional.of("declare it as double, or write f behind it: " + code + "f");
    }
    if (lossy.reset().find()) {
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
    if (from.isEmpty() && Character.isLowerCase(to.charAt(0))) {
      return "a variable of type " + to + " always has a value; one of a class may be null";
    }
    if (from.equals("void")) {
      return "what stands there gives no value";
    }
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

  private static String instantiable(String message) {
    return switch (simple(message.replaceFirst(" is abstract.*", ""))) {
      case "List", "Collection" -> "such as new ArrayList<>()";
      case "Map" -> "such as new HashMap<>()";
      case "Set" -> "such as new HashSet<>()";
      default -> "make an object of a class that extends or implements it";
    };
  }

  private static @Nullable String arguments(String message) {
    Matcher required = REQUIRED.matcher(message);
    return !message.contains("differ in length") || !required.find()
        ? null
        : required.group(1).equals("no arguments")
            ? "nothing stands between its brackets: ()"
            : "give it what it takes: ("
                + TypeNames.shortened(required.group(1)).replace(",", ", ")
                + ")";
  }

  private static @Nullable String operator(String message, String code) {
    if (code.contains("==") || code.contains("!=")) {
      return "these two can never be equal: compare values of one type, objects with equals";
    }
    return message.contains("java.lang.String")
        ? "of texts only + makes something: a text becomes a number with Integer.parseInt(text)"
        : null;
  }
}
