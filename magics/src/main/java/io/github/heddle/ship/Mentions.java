package io.github.heddle.ship;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// What code refers to: types, with slashes as class files name them, and members.
final class Mentions {
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<Member> members = new LinkedHashSet<>();

  Set<String> types() {
    return types;
  }

  Set<Member> members() {
    return members;
  }

  /// All that a method refers to.
  void add(MethodModel method) {
    addDescriptor(method.methodType().stringValue());
    method.code().ifPresent(this::add);
  }

  private void add(CodeModel code) {
    code.forEach(this::add);
    code.findAttribute(Attributes.stackMapTable()).stream()
        .flatMap(table -> table.entries().stream())
        .flatMap(frame -> Stream.concat(frame.locals().stream(), frame.stack().stream()))
        .forEach(this::add);
  }

  private void add(CodeElement element) {
    switch (element) {
      case InvokeInstruction call -> add(call.method());
      case FieldInstruction access -> add(access.field());
      case InvokeDynamicInstruction call -> add(call.invokedynamic());
      case LoadConstantInstruction constant -> add(constant.constantEntry());
      case NewObjectInstruction made -> add(made.className());
      case NewReferenceArrayInstruction made -> add(made.componentType());
      case NewMultiArrayInstruction made -> add(made.arrayType());
      case TypeCheckInstruction check -> add(check.type());
      case ExceptionCatch handler -> handler.catchType().ifPresent(this::add);
      default -> {} // refers to nothing
    }
  }

  private void add(VerificationTypeInfo type) {
    if (type instanceof ObjectVerificationTypeInfo object) {
      add(object.className());
    }
  }

  /// What an entry of a constant pool stands for.
  void add(PoolEntry entry) {
    switch (entry) {
      case ClassEntry type -> addType(type.asInternalName());
      case MemberRefEntry member -> addMember(member);
      case MethodHandleEntry handle -> add(handle.reference());
      case MethodTypeEntry type -> addDescriptor(type.descriptor().stringValue());
      case DynamicConstantPoolEntry linked -> {
        addDescriptor(linked.type().stringValue());
        add(linked.bootstrap().bootstrapMethod());
        linked.bootstrap().arguments().forEach(this::add);
      }
      default -> {} // text and numbers
    }
  }

  private void addMember(MemberRefEntry member) {
    String type = member.type().stringValue();
    addDescriptor(type);
    addType(member.owner().asInternalName());
    members.add(new Member(member.owner().asInternalName(), member.name().stringValue(), type));
  }

  private void addType(String name) {
    if (name.startsWith("[")) {
      addDescriptor(name);
    } else {
      types.add(name);
    }
  }

  /// The types in a descriptor of a field or a method.
  void addDescriptor(String descriptor) {
    int start = descriptor.indexOf('L');
    while (start >= 0) {
      int end = descriptor.indexOf(';', start);
      types.add(descriptor.substring(start + 1, end));
      start = descriptor.indexOf('L', end);
    }
  }
}
