package io.github.heddle.ship;

import java.lang.invoke.SerializedLambda;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What code and objects of a notebook reach: its classes, and the variables that their code reads
/// or writes. Found from class files, method by method where classes hold more than one thing.
final class Reach implements Met {
  private final Map<String, Optional<NotebookClass>> classes = new HashMap<>();
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<Variable> variables = new HashSet<>();
  private final Deque<Variable> unseen = new ArrayDeque<>();
  private final Deque<Mentions> ahead = new ArrayDeque<>();
  private @Nullable NotebookFiles files;

  /// The class loader of the notebook, once an object of one of its classes was met.
  Optional<ClassLoader> loader() {
    return Optional.ofNullable(files).map(NotebookFiles::loader);
  }

  /// A variable that was reached and not yet given; its value may reach more.
  Optional<Variable> nextVariable() {
    while (unseen.isEmpty() && !ahead.isEmpty()) {
      follow(ahead.remove());
    }
    return Optional.ofNullable(unseen.poll());
  }

  /// Lets classes beside its own call a method.
  void open(Member method) {
    found(method.owner()).ifPresent(owner -> owner.open(method));
  }

  /// The classes reached by now.
  List<ClassFile> classFiles() {
    return types.stream()
        .flatMap(each -> classes.getOrDefault(each, Optional.empty()).stream())
        .map(NotebookClass::file)
        .toList();
  }

  /// The places of classes that the notebook did not declare itself.
  List<URI> libraries() {
    return files == null ? List.of() : files.libraries();
  }

  @Override
  public void type(Class<?> type) {
    if (type.isArray()) {
      type(type.getComponentType());
    } else if (NotebookFiles.isOffClassPath(type)) {
      if (files == null) {
        files = new NotebookFiles(type.getClassLoader());
      }
      Mentions mention = new Mentions();
      mention.types().add(type.getName().replace('.', '/'));
      ahead.add(mention);
    }
  }

  @Override
  public void lambda(SerializedLambda lambda) {
    Mentions mention = new Mentions();
    mention.types().add(lambda.getImplClass());
    mention.types().add(lambda.getFunctionalInterfaceClass());
    mention
        .members()
        .add(
            new Member(
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature()));
    ahead.add(mention);
  }

  private void follow(Mentions mentions) {
    mentions.types().forEach(this::type);
    mentions.members().forEach(this::member);
  }

  private void type(String name) {
    found(name).filter(_ -> types.add(name)).ifPresent(each -> ahead.add(each.mentions()));
  }

  private void member(Member member) {
    found(member.owner()).ifPresent(owner -> member(owner, member));
  }

  private void member(NotebookClass owner, Member member) {
    if (!owner.declares(member)) {
      owner.supertypes().forEach(each -> member(member.in(each)));
    } else if (member.isMethod()) {
      owner.reach(member).ifPresent(ahead::add);
    } else if (owner.isVariable(member)) {
      variable(new Variable(owner.name().replace('/', '.'), member.name()));
    }
  }

  private void variable(Variable variable) {
    if (variables.add(variable)) {
      unseen.add(variable);
    }
  }

  private Optional<NotebookClass> found(String name) {
    NotebookFiles notebook = files;
    return notebook == null
        ? Optional.empty()
        : classes.computeIfAbsent(name, each -> notebook.of(each).map(NotebookClass::new));
  }
}
