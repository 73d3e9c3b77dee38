package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Problem;
import java.util.Optional;
import java.util.Set;

/// What to do about the mistakes that learners make most. Used by the thread that compiles.
final class Hints {
  /// What an array has.
  private static final Set<String> ARRAY = Set.of("length", "clone");

  private static final Set<String> ADDING = Set.of("push", "append", "add", "insert", "put");

  private final KnownNames names;

  Hints(KnownNames names) {
    this.names = names;
  }

  /// @param code the code that the compiler complains about
  Problem forProblem(Complaint complaint, String code, Problem problem) {
    return hint(complaint, code).map(problem::withHint).orElse(problem);
  }

  /// Code that cannot be read.
  ///
  /// @param text all that the compiler read
  Problem forSyntax(Complaint complaint, String text, Problem problem) {
    return OtherLanguages.syntax(complaint, text)
        .or(() -> Misread.hint(complaint, text))
        .map(problem::withHint)
        .orElse(problem);
  }

  /// A name that nobody declared.
  ///
  /// @param code in which it stands, and perhaps the name that was meant
  Problem forName(String name, String code, Problem problem) {
    return named(name)
        .or(() -> Names.closest(name, Names.in(code)).map(Hints::meant))
        .map(problem::withHint)
        .orElse(problem);
  }

  private Optional<String> hint(Complaint complaint, String code) {
    return switch (complaint.kind()) {
      case String kind when kind.startsWith("cant.resolve") -> unresolved(complaint, code);
      case "doesnt.exist" -> packageOrName(code);
      case "ref.ambiguous" -> Optional.of("import the one you mean by its whole name");
      default -> Mistakes.hint(complaint, code);
    };
  }

  private Optional<String> unresolved(Complaint complaint, String name) {
    Set<String> members = names.membersIn(complaint);
    if (!members.isEmpty()) {
      return member(name, members);
    }
    boolean value = complaint.message().contains("symbol:   variable");
    return value && names.imported(name)
        ? Optional.of(
            "%s is a type, no value: new %s(...) makes an object, %s.name(...) calls a static method"
                .formatted(name, name, name))
        : OtherLanguages.name(name).or(() -> named(name)).or(() -> declaring(complaint, name));
  }

  private static Optional<String> member(String name, Set<String> members) {
    if (name.equals("length") || name.equals("size")) {
      return lengths(members);
    }
    if (ADDING.contains(name)) {
      return adding(members);
    }
    return getter(name, members).or(() -> Names.closest(name, members)).map(Hints::meant);
  }

  private static Optional<String> adding(Set<String> members) {
    if (members.equals(ARRAY)) {
      return Optional.of("an array keeps its length: new ArrayList<>() grows, with add");
    }
    return members.contains("add") ? Optional.of(meant("add")) : Optional.empty();
  }

  /// What a record calls `x()` others call `getX()`.
  private static Optional<String> getter(String name, Set<String> members) {
    return members.stream().filter(each -> name.equalsIgnoreCase("get" + each)).findFirst();
  }

  /// Arrays have a field, texts and collections have methods, of different names.
  private static Optional<String> lengths(Set<String> members) {
    if (members.equals(ARRAY)) {
      return Optional.of("the length of an array is a field, without brackets: .length");
    }
    return members.contains("size")
        ? Optional.of("a collection has size()")
        : members.contains("length") ? Optional.of("a text has length()") : Optional.empty();
  }

  private Optional<String> named(String name) {
    return KnownNames.inJdk(name)
        .map(type -> "import " + type + ";")
        .or(() -> Names.closest(name, names.declared()).map(Hints::meant));
  }

  private static Optional<String> declaring(Complaint complaint, String name) {
    if (complaint.message().contains("symbol:   variable")) {
      return Optional.of("declare it before it is used, such as int " + name + " = 0;");
    }
    return complaint.message().contains("symbol:   class")
        ? Optional.of("declare it in a cell, or import it; %maven gets libraries")
        : Optional.empty();
  }

  /// `system.out` looks like a package to the compiler.
  private Optional<String> packageOrName(String code) {
    String first = code.replaceFirst("\\..*", "").strip();
    return OtherLanguages.name(first)
        .or(() -> Names.closest(first, names.declared()).map(Hints::meant))
        .or(() -> Optional.of("check how it is written; %maven gets libraries"));
  }

  private static String meant(String name) {
    return "did you mean " + name + "?";
  }
}
