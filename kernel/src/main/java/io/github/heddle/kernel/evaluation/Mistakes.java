package io.github.heddle.kernel.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do about mistakes that the compiler's own words tell already: those of learners first.
/// Names that nobody declared are the affair of [Hints]. Pure.
final class Mistakes {
  private static final Pattern CONVERTED = Pattern.compile("(\\S+) cannot be converted to (\\S+)");
  private static final Pattern LOSSY = Pattern.compile("lossy conversion from (\\S+) to (\\S+)");

  private static final Pattern BOUNDS =
      Pattern.compile("equality constraints: (\\S+)\\s+lower bounds: (\\S+)");
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
          case "cant.deref" ->
              code.startsWith("null")
                  ? "null is no object and has no methods"
                  : "a number, char or boolean is no object and has no methods";
          case "limit.code", "limit.code.too.large.for.try.stmt" ->
              "a method, a statement of a cell or the values of an array hold 64 kB of code at"
                  + " most: cut it into several, or read the data from a file";
          case "limit.string", "limit.string.overflow" ->
              "a text in a program holds 65,535 bytes at most: read it from a file";
          case "variable.not.allowed" -> "put braces around it: { ... }";
          case "method.does.not.override.superclass" ->
              "no method of that name with these parameters is inherited: check how it is written";
          case "static.methods.cannot.be.annotated.with.override" ->
              "methods of a cell belong to no class: leave out @Override";
          case "is.preview" -> "Heddle runs Java without its preview features";
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
          default -> modifier(message);
        });
  }

  private static @Nullable String modifier(String message) {
    return message.startsWith("Modifier 'synchronized'")
        ? "methods of a cell belong to no object: write synchronized (lock) { ... } inside, or put"
            + " it into a class"
        : null;
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
    if (converted.find()) {
      return generic(converted, code)
          .or(() ->
              Optional.ofNullable(
                  conversion(simple(converted.group(1)), converted.group(2), code)));
    }
    Matcher bounds = BOUNDS.matcher(message);
    return bounds.find() ? Optional.of(element(bounds)) : returning(message);
  }

  /// Of a `List<Integer>` no `List<Object>` is made, nor the other way round.
  private static Optional<String> generic(Matcher converted, String code) {
    boolean both = converted.group(1).contains("<") && converted.group(2).contains("<");
    return !both
        ? Optional.empty()
        : Optional.of(
            code.startsWith("new ")
                ? "in both pairs of angle brackets stands the same: leave those on the right empty:"
                    + " <>"
                : "what stands in angle brackets has to be the same, or ? extends on the left");
  }

  private static String element(Matcher bounds) {
    String wanted = TypeNames.shortened(bounds.group(1));
    String others =
        Stream.of(TypeNames.shortened(bounds.group(2)).split(","))
            .filter(each -> !each.equals(wanted))
            .collect(Collectors.joining(", "));
    return "each of them has to be of type " + wanted + ": there is " + others;
  }

  private static Optional<String> returning(String message) {
    if (message.contains("not a functional interface")) {
      return Optional.of(
          "a lambda needs a type: Runnable r = () -> ...; Function<Integer, Integer> f = x ->"
              + " ...;");
    }
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
      case "Throwable" ->
          "only exceptions are thrown: throw new RuntimeException(" + code(code) + ");";
      case "char" -> from.equals("String") ? "a char stands in single quotes: 'x'" : null;
      case "String" ->
          from.equals("Object")
              ? cast("String")
              : "any value becomes text with String.valueOf(value)";
      case String name when from.equals("Object") -> cast(name);
      default -> null;
    };
  }

  /// What is thrown in `throw "text";`.
  private static String code(String statement) {
    return statement.replaceFirst("^throw\\s+", "").replaceFirst("\\s*;\\s*$", "");
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
