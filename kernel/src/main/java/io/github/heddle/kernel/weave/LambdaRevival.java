package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The method by which a class makes its lambdas anew from what was sent of them, as
/// [SerializedLambda] says: it passes by the same call sites that made them at first.
///
/// @param sites all places in the class where lambdas are made
record LambdaRevival(List<DynamicCallSiteDesc> sites) {
  private static final ClassDesc SENT = SerializedLambda.class.describeConstable().orElseThrow();
  private static final String NAME = "$deserializeLambda$";
  private static final MethodTypeDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_Object, SENT);
  private static final MethodTypeDesc TEXT = MethodTypeDesc.of(ConstantDescs.CD_String);
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
  private static final MethodTypeDesc CAPTURED =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int);

  private static final ClassDesc UNKNOWN =
      IllegalArgumentException.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc WITH_MESSAGE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

  /// Whether it is such a method.
  static boolean isOf(MethodModel method) {
    return method.methodName().equalsString(NAME) && method.methodTypeSymbol().equals(TYPE);
  }

  void addTo(ClassBuilder builder) {
    builder.withMethodBody(
        NAME,
        TYPE,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        this::body);
  }

  private void body(CodeBuilder code) {
    sites.forEach(site -> code.block(block -> revive(block, block.breakLabel(), site)));
    code.new_(UNKNOWN)
        .dup()
        .loadConstant("this version of the class has no such lambda")
        .invokespecial(UNKNOWN, ConstantDescs.INIT_NAME, WITH_MESSAGE)
        .athrow();
  }

  private static void revive(CodeBuilder code, Label other, DynamicCallSiteDesc site) {
    marks(site)
        .forEach((getter, expected) ->
            code.aload(0)
                .invokevirtual(SENT, getter, TEXT)
                .ldc(expected)
                .invokevirtual(ConstantDescs.CD_Object, "equals", EQUALS)
                .ifeq(other));
    for (int index = 0; index < site.invocationType().parameterCount(); index++) {
      code.aload(0).loadConstant(index).invokevirtual(SENT, "getCapturedArg", CAPTURED);
      convert(code, site.invocationType().parameterType(index));
    }
    code.invokedynamic(site).areturn();
  }

  /// What tells the lambda of one site from those of all others.
  private static Map<String, String> marks(DynamicCallSiteDesc site) {
    DirectMethodHandleDesc run = (DirectMethodHandleDesc) site.bootstrapArgs()[1];
    MethodTypeDesc instantiated = (MethodTypeDesc) site.bootstrapArgs()[2];
    Map<String, String> marks = new LinkedHashMap<>();
    marks.put("getImplMethodName", run.methodName());
    marks.put("getImplMethodSignature", run.lookupDescriptor());
    marks.put("getImplClass", internal(run.owner()));
    marks.put("getFunctionalInterfaceClass", internal(site.invocationType().returnType()));
    marks.put("getInstantiatedMethodType", instantiated.descriptorString());
    return marks;
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static void convert(CodeBuilder code, ClassDesc type) {
    if (type.isPrimitive()) {
      ClassDesc boxed = boxed(type);
      code.checkcast(boxed)
          .invokevirtual(boxed, type.displayName() + "Value", MethodTypeDesc.of(type));
    } else {
      code.checkcast(type);
    }
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return MethodType.fromMethodDescriptorString(
            MethodTypeDesc.of(primitive).descriptorString(), null)
        .wrap()
        .returnType()
        .describeConstable()
        .orElseThrow();
  }
}
