package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;

/// Makes stack traces of a class show the cell and its line.
final class LineWeaver implements ClassTransform {
  private final CellSource source;
  private final ClassTransform code;

  LineWeaver(CellSource source) {
    this.source = source;
    this.code = ClassTransform.transformingMethods(MethodTransform.transformingCode(this::line));
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (!(element instanceof SourceFileAttribute)) {
      builder.with(element);
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    builder.with(SourceFileAttribute.of(source.file()));
  }

  /// Both parts: the name of the file and the lines.
  ClassTransform transform() {
    return andThen(code);
  }

  private void line(CodeBuilder builder, CodeElement element) {
    switch (element) {
      case LineNumber number -> builder.lineNumber(source.lines().applyAsInt(number.line()));
      default -> builder.with(element);
    }
  }
}
