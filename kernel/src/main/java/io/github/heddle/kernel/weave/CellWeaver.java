package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;

/// What happens to a class of a cell before it is defined. Pure; any thread.
public final class CellWeaver {
  private final ClassFile files;

  /// @param loader knows the classes that woven classes refer to
  public CellWeaver(ClassLoader loader) {
    ClassHierarchyResolver classes =
        ClassHierarchyResolver.defaultResolver()
            .orElse(ClassHierarchyResolver.ofResourceParsing(loader));
    files = ClassFile.of(ClassHierarchyResolverOption.of(classes));
  }

  /// The same class, with stack traces that show the cell and its lines.
  public byte[] withLines(byte[] classFile, CellLines lines) {
    return files.transformClass(files.parse(classFile), new LineWeaver(lines).transform());
  }
}
