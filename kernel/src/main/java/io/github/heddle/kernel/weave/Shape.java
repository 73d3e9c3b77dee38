package io.github.heddle.kernel.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may not change when a class that is in use gets new code: everything but the code of its
/// methods. Pure.
///
/// @param head modifiers, superclass, interfaces
/// @param members fields and methods with their modifiers and types
/// @param relatives nest, permitted subclasses, record components
public record Shape(List<String> head, Set<String> members, Set<String> relatives) {
  /// The shape of a class file.
  public static Shape of(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    return new Shape(head(model), members(model), relatives(model));
  }

  private static List<String> head(ClassModel model) {
    Stream<String> above =
        Stream.concat(model.superclass().stream(), model.interfaces().stream())
            .map(ClassEntry::asInternalName);
    return Stream.concat(Stream.of("flags " + model.flags().flagsMask()), above).toList();
  }

  private static Set<String> members(ClassModel model) {
    Stream<String> fields =
        model.fields().stream()
            .map(each ->
                member(
                    each.flags().flagsMask(),
                    each.fieldName().stringValue(),
                    each.fieldType().stringValue()));
    Stream<String> methods =
        model.methods().stream()
            .map(each ->
                member(
                    each.flags().flagsMask(),
                    each.methodName().stringValue(),
                    each.methodType().stringValue()));
    return Stream.concat(fields, methods).collect(Collectors.toSet());
  }

  private static String member(int flags, String name, String type) {
    return flags + " " + name + " " + type;
  }

  private static Set<String> relatives(ClassModel model) {
    Stream<String> classes =
        Stream.of(
                model.findAttribute(Attributes.nestHost()).stream()
                    .map(NestHostAttribute::nestHost),
                entries(
                    model.findAttribute(Attributes.nestMembers()),
                    NestMembersAttribute::nestMembers),
                entries(
                    model.findAttribute(Attributes.permittedSubclasses()),
                    PermittedSubclassesAttribute::permittedSubclasses))
            .flatMap(each -> each)
            .map(ClassEntry::asInternalName);
    return Stream.concat(classes, components(model)).collect(Collectors.toSet());
  }

  private static <A> Stream<ClassEntry> entries(
      Optional<A> attribute, Function<A, List<ClassEntry>> classes) {
    return attribute.stream().flatMap(each -> classes.apply(each).stream());
  }

  private static Stream<String> components(ClassModel model) {
    return model.findAttribute(Attributes.record()).map(RecordAttribute::components).stream()
        .flatMap(List::stream)
        .map(each -> each.name().stringValue() + " " + each.descriptor().stringValue());
  }
}
