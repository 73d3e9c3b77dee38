package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodTransform;

/// What happens to a class of a cell before it is defined. Any thread.
public final class CellWeaver {
  private static final ClassTransform CHECKS =
      new StopCheckWeaver()
          .andThen(
              ClassTransform.transformingMethods(
                  MethodTransform.transformingCode(new CallWeaver())));

  private final ClassFile files;
  private final SendableWeaver sendable;

  /// @param loader knows the classes that woven classes refer to
  public CellWeaver(ClassLoader loader) {
    ClassHierarchyResolver classes =
        ClassHierarchyResolver.defaultResolver()
            .orElse(ClassHierarchyResolver.ofResourceParsing(loader));
    files = ClassFile.of(ClassHierarchyResolverOption.of(classes));
    sendable = new SendableWeaver(files);
  }

  /// The same class, with objects that can be sent to other processes. To be done first, and to
  /// every version of a class: it gives the class an interface.
  public byte[] sendable(byte[] classFile) {
    return sendable.sendable(classFile);
  }

  /// The same class as its cell has it: stack traces show the cell and its lines, and volatile
  /// variables are volatile.
  public byte[] asIn(CellSource source, byte[] classFile) {
    ClassTransform lines = new LineWeaver(source).transform();
    return transform(
        classFile,
        source.volatiles().isEmpty()
            ? lines
            : lines.andThen(new VolatileWeaver(source.volatiles())));
  }

  /// The same class, with stop checks, and with calls sent elsewhere that would end the JVM or wait
  /// for ever.
  public byte[] withChecks(byte[] classFile) {
    return transform(classFile, CHECKS);
  }

  private byte[] transform(byte[] classFile, ClassTransform transform) {
    return files.transformClass(files.parse(classFile), transform);
  }
}
