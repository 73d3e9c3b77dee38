package io.github.heddle.kernel.weave;

import java.io.Serializable;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.Interfaces;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// Makes what a cell declares sendable to another process without ceremony: its classes and records
/// are serializable, and so are its lambdas and method references. What a class extends stays as it
/// is: whether the state of a library's class would be lost is seen where an object is sent.
///
/// A class that declares neither passes through untouched.
final class SendableWeaver {
  private static final ClassDesc SERIALIZABLE =
      Serializable.class.describeConstable().orElseThrow();

  private final ClassFile files;

  SendableWeaver(ClassFile files) {
    this.files = files;
  }

  byte[] sendable(byte[] classFile) {
    ClassModel model = files.parse(classFile);
    boolean marks = isNotebookType(model) && !isMarked(model);
    boolean lambdas = hasLambdas(model);
    if (!marks && !lambdas) {
      return classFile;
    }
    ClassTransform transform =
        lambdas ? SerializableLambdas.transform() : ClassTransform.ACCEPT_ALL;
    return files.transformClass(model, marks ? marking(model).andThen(transform) : transform);
  }

  /// What a user declares is nested in a class of the compiler's, of which there are no objects.
  private static boolean isNotebookType(ClassModel model) {
    return !model.flags().has(AccessFlag.INTERFACE)
        && model.findAttribute(Attributes.nestHost()).isPresent();
  }

  private static boolean isMarked(ClassModel model) {
    return model.interfaces().stream().anyMatch(each -> each.asSymbol().equals(SERIALIZABLE));
  }

  private static boolean hasLambdas(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .anyMatch(SendableWeaver::isLambdaMetafactory);
  }

  private static boolean isLambdaMetafactory(PoolEntry entry) {
    return entry instanceof ClassEntry type
        && type.asSymbol().equals(SerializableLambdas.METAFACTORY);
  }

  private static ClassTransform marking(ClassModel model) {
    List<ClassDesc> interfaces = new ArrayList<>();
    model.interfaces().forEach(each -> interfaces.add(each.asSymbol()));
    interfaces.add(SERIALIZABLE);
    return ClassTransform.dropping(Interfaces.class::isInstance)
        .andThen(ClassTransform.endHandler(end -> end.withInterfaceSymbols(interfaces)));
  }
}
