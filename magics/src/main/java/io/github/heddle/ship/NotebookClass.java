package io.github.heddle.ship;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A class of the notebook, and how much of it is reached.
///
/// A nested class is one that the user declared: all of it is reached at once. A top-level class
/// holds what the notebook declares, one beside the other: its static methods are reached one by
/// one, and its static fields are the notebook's variables.
final class NotebookClass {
  private static final java.lang.classfile.ClassFile FILES = java.lang.classfile.ClassFile.of();

  /// Makes lambdas that were sent; looks at no more than those.
  private static final String REVIVES_LAMBDAS = "$deserializeLambda$";

  private final Set<Member> reached = new HashSet<>();
  private final Set<Member> opened = new HashSet<>();
  private final byte[] bytes;
  private final ClassModel model;
  private final boolean nested;

  NotebookClass(byte[] bytes) {
    this.bytes = bytes;
    this.model = FILES.parse(bytes);
    this.nested = model.findAttribute(Attributes.nestHost()).isPresent();
  }

  String name() {
    return model.thisClass().asInternalName();
  }

  /// Superclass and interfaces.
  Stream<String> supertypes() {
    return Stream.concat(model.superclass().stream(), model.interfaces().stream())
        .map(ClassEntry::asInternalName);
  }

  /// What the class refers to as soon as there are objects of it, or it is initialized. What it
  /// initializes itself is not sent for that.
  Mentions mentions() {
    Mentions mentions = new Mentions();
    if (nested) {
      model.constantPool().forEach(mentions::add);
    }
    supertypes().forEach(mentions.types()::add);
    model.fields().forEach(field -> mentions.addDescriptor(field.fieldType().stringValue()));
    model.methods().stream().filter(NotebookClass::initializes).forEach(mentions::add);
    mentions.members().removeIf(each -> !each.isMethod() && each.owner().equals(name()));
    model.methods().stream()
        .filter(each -> comesWithClass(each) && !initializes(each))
        .forEach(mentions::add);
    return mentions;
  }

  /// Reaches a static method.
  ///
  /// @return what it refers to, if it is declared here and was not reached before
  Optional<Mentions> reach(Member member) {
    return model.methods().stream()
        .filter(method -> !comesWithClass(method) && member(method).equals(member))
        .filter(method -> reached.add(member))
        .findFirst()
        .map(NotebookClass::mentions);
  }

  /// Lets classes beside this one call a method.
  void open(Member method) {
    opened.add(method);
  }

  /// Whether the member is declared here.
  boolean declares(Member member) {
    return member.isMethod()
        ? model.methods().stream().anyMatch(each -> member(each).equals(member))
        : field(member).isPresent();
  }

  /// Whether the member is a variable of the notebook.
  boolean isVariable(Member member) {
    return !nested
        && field(member)
            .filter(each -> each.flags().has(AccessFlag.STATIC))
            .filter(each -> !each.flags().has(AccessFlag.FINAL))
            .isPresent();
  }

  /// The class file with the methods that are reached, and no others: those may refer to classes
  /// that are not.
  ClassFile file() {
    boolean whole = opened.isEmpty() && model.methods().stream().allMatch(this::isKept);
    ClassTransform dropping =
        ClassTransform.dropping(each -> each instanceof MethodModel method && !isKept(method));
    ClassTransform opening =
        ClassTransform.transformingMethods(
            each -> opened.contains(member(each)), NotebookClass::withoutPrivate);
    return new ClassFile(
        name().replace('/', '.'),
        whole ? bytes : FILES.transformClass(model, dropping.andThen(opening)));
  }

  private static void withoutPrivate(MethodBuilder method, MethodElement element) {
    if (element instanceof AccessFlags flags) {
      method.withFlags(flags.flagsMask() & ~java.lang.classfile.ClassFile.ACC_PRIVATE);
    } else {
      method.with(element);
    }
  }

  private boolean isKept(MethodModel method) {
    return comesWithClass(method)
        || method.methodName().equalsString(REVIVES_LAMBDAS)
        || reached.contains(member(method));
  }

  private boolean comesWithClass(MethodModel method) {
    return nested || !method.flags().has(AccessFlag.STATIC) || initializes(method);
  }

  private static boolean initializes(MethodModel method) {
    return method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
  }

  private Optional<FieldModel> field(Member member) {
    return model.fields().stream()
        .filter(each -> each.fieldName().equalsString(member.name()))
        .filter(each -> each.fieldType().equalsString(member.type()))
        .findFirst();
  }

  private Member member(MethodModel method) {
    return new Member(name(), method.methodName().stringValue(), method.methodType().stringValue());
  }

  private static Mentions mentions(MethodModel method) {
    Mentions mentions = new Mentions();
    mentions.add(method);
    return mentions;
  }
}
