package io.github.heddle.kernel.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final byte[] ONE = classFile("f", "m", ClassFile.ACC_STATIC, CodeBuilder::return_);

  @Test
  void codeIsNoPartOfIt() {
    byte[] other = classFile("f", "m", ClassFile.ACC_STATIC, code -> code.nop().return_());
    assertThat(other).isNotEqualTo(ONE);
    assertThat(Shape.of(other)).isEqualTo(Shape.of(ONE));
  }

  @Test
  void namesAndModifiersAre() {
    int isStatic = ClassFile.ACC_STATIC;
    assertThat(Shape.of(classFile("g", "m", isStatic, CodeBuilder::return_)))
        .isNotEqualTo(Shape.of(ONE));
    assertThat(Shape.of(classFile("f", "n", isStatic, CodeBuilder::return_)))
        .isNotEqualTo(Shape.of(ONE));
    assertThat(
            Shape.of(classFile("f", "m", isStatic | ClassFile.ACC_VOLATILE, CodeBuilder::return_)))
        .isNotEqualTo(Shape.of(ONE));
  }

  private static byte[] classFile(
      String field, String method, int fieldFlags, Consumer<CodeBuilder> code) {
    return ClassFile.of()
        .build(
            ClassDesc.of("A"),
            type ->
                type.withFlags(AccessFlag.PUBLIC)
                    .withField(field, ConstantDescs.CD_int, fieldFlags)
                    .withMethodBody(
                        method,
                        MethodTypeDesc.of(ConstantDescs.CD_void),
                        ClassFile.ACC_STATIC,
                        code));
  }
}
