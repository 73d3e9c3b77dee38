package io.github.heddle.kernel.evaluation;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/// The names that could have been meant: those of the notebook, of the JDK's packages, of the
/// members of a type. Used by the thread that compiles.
final class KnownNames {
  private static final List<String> WELL_KNOWN =
      List.of(
          "String",
          "System",
          "Integer",
          "Double",
          "Boolean",
          "Math",
          "List",
          "Map",
          "Set",
          "Thread",
          "Object",
          "ArrayList",
          "HashMap",
          "Scanner",
          "Random",
          "Arrays");

  /// `location: variable out of type java.io.PrintStream`, `location: class java.lang.String`.
  private static final Pattern LOCATION =
      Pattern.compile("location:\\s+(?:.* of type|class|interface|record|enum)\\s+(?<type>\\S+)");

  private final JShell shell;
  private final ClassLoader loader;

  /// @param loader knows the classes of the notebook and its libraries
  KnownNames(JShell shell, ClassLoader loader) {
    this.shell = shell;
    this.loader = loader;
  }

  /// What cells declared, and what everybody knows.
  Collection<String> declared() {
    Stream<String> names =
        Stream.of(shell.variables(), shell.methods(), shell.types())
            .flatMap(each -> each)
            .filter(each -> shell.status((Snippet) each).isActive())
            .map(each -> each.name())
            .filter(name -> !name.contains("$"));
    return Stream.concat(names, WELL_KNOWN.stream()).collect(Collectors.toSet());
  }

  /// The class of the JDK with that simple name: of several the one that beginners mean.
  static Optional<String> inJdk(String simpleName) {
    return simpleName.isEmpty() || !Character.isUpperCase(simpleName.charAt(0))
        ? Optional.empty()
        : ModuleLayer.boot().modules().stream()
            .filter(module -> module.getName().startsWith("java."))
            .flatMap(module ->
                module.getPackages().stream()
                    .filter(module::isExported)
                    .map(name ->
                        Optional.ofNullable(Class.forName(module, name + "." + simpleName))))
            .flatMap(Optional::stream)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .map(Class::getName)
            .min(Comparator.comparingInt(KnownNames::rank).thenComparing(name -> name));
  }

  /// Whether it is the simple name of a class that cells need not import.
  boolean imported(String simpleName) {
    return Stream.concat(
            Stream.of("java.lang.*"),
            shell.imports().filter(each -> !each.isStatic()).map(ImportSnippet::fullname))
        .map(name -> name.replaceFirst("\\*$", Matcher.quoteReplacement(simpleName)))
        .filter(name -> name.endsWith("." + simpleName))
        .anyMatch(name -> load(name).isPresent());
  }

  private static int rank(String className) {
    List<String> likely = List.of("java.util.", "java.time.", "java.text.", "java.net.", "java.");
    int first = 0;
    while (first < likely.size() && !className.startsWith(likely.get(first))) {
      first++;
    }
    return first;
  }

  /// The members of the type in which the compiler looked for a name in vain; none, where it did
  /// not look in a type.
  Set<String> membersIn(Complaint complaint) {
    Matcher location = LOCATION.matcher(complaint.message());
    if (!location.find()) {
      return Set.of();
    }
    String type = location.group("type").replaceFirst("<.*", "");
    return type.endsWith("[]")
        ? Set.of("length", "clone")
        : classNamed(type).map(KnownNames::membersOf).orElse(Set.of());
  }

  private static Set<String> membersOf(Class<?> type) {
    return Stream.of(
            Stream.of(type.getMethods()), Stream.of(type.getDeclaredMethods()),
            Stream.of(type.getFields()), Stream.of(type.getDeclaredFields()))
        .flatMap(each -> each)
        .map(Member::getName)
        .filter(name -> !name.contains("$"))
        .collect(Collectors.toSet());
  }

  private Optional<Class<?>> classNamed(String name) {
    return Stream.concat(Stream.of(name), notebookNames(name))
        .map(this::load)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<String> notebookNames(String simpleName) {
    return shell
        .types()
        .filter(type -> type.name().equals(simpleName) && shell.status(type).isActive())
        .map(this::className);
  }

  private String className(TypeDeclSnippet type) {
    return shell.sourceCodeAnalysis().wrapper(type).fullClassName() + "$" + type.name();
  }

  private Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
