package io.github.heddle.kernel.weave;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/// Makes variables volatile that a cell declares so: snippets are compiled without that modifier,
/// and a loop that waits for such a variable would never see it change.
final class VolatileWeaver implements ClassTransform {
  private final Set<String> volatiles;

  VolatileWeaver(Set<String> volatiles) {
    this.volatiles = volatiles;
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (element instanceof FieldModel field
        && volatiles.contains(field.fieldName().stringValue())) {
      builder.transformField(
          field,
          (fieldBuilder, part) -> {
            if (part instanceof AccessFlags flags) {
              fieldBuilder.withFlags(flags.flagsMask() | AccessFlag.VOLATILE.mask());
            } else {
              fieldBuilder.with(part);
            }
          });
    } else {
      builder.with(element);
    }
  }
}
