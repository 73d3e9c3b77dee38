package io.github.heddle.ship;

import io.github.heddle.task.TaskBody;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/// Writes, in the kernel, the class of a body that captures nothing: a worker that gets it need not
/// link a lambda, which would take longest of all at its start, as bootstrap methods run in an
/// interpreter there.
///
/// @param lambda the body
record BodyClass(SerializedLambda lambda) {
  private static final int PUBLIC = java.lang.classfile.ClassFile.ACC_PUBLIC;
  private static final ClassDesc BODY = TaskBody.class.describeConstable().orElseThrow();

  /// The class of this body; empty where it is no lambda of the notebook, captures something, or is
  /// called in a way that takes more than a cast.
  static Optional<BodyClass> of(TaskBody<?, ?> body) {
    Class<?> host = body.getClass().getNestHost();
    return lambda(body).filter(each -> isPlain(each, host)).map(BodyClass::new);
  }

  private static Optional<SerializedLambda> lambda(TaskBody<?, ?> body) {
    Class<?> type = body.getClass();
    if (!type.isHidden() || !NotebookFiles.isOffClassPath(type)) {
      return Optional.empty();
    }
    try {
      var replace = type.getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return Optional.of(replace.invoke(body))
          .filter(SerializedLambda.class::isInstance)
          .map(SerializedLambda.class::cast);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException noLambda) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(SerializedLambda lambda, Class<?> host) {
    MethodTypeDesc called = called(lambda);
    MethodTypeDesc code = MethodTypeDesc.ofDescriptor(lambda.getImplMethodSignature());
    return lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic
        && lambda.getCapturedArgCount() == 0
        && !host.isInterface()
        && lambda.getImplClass().equals(host.getName().replace('.', '/'))
        && isBody(lambda)
        && called.parameterCount() == code.parameterCount()
        && code.parameterType(0).equals(called.parameterType(0))
        && !code.parameterType(1).isPrimitive()
        && !code.returnType().isPrimitive();
  }

  private static boolean isBody(SerializedLambda lambda) {
    return BODY.equals(described(lambda.getFunctionalInterfaceClass()));
  }

  private static MethodTypeDesc called(SerializedLambda lambda) {
    return MethodTypeDesc.ofDescriptor(lambda.getFunctionalInterfaceMethodSignature());
  }

  private static ClassDesc described(String internalName) {
    return ClassDesc.ofInternalName(internalName);
  }

  /// The method that has the code of the body. It is private where javac made it.
  Member code() {
    return new Member(
        lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature());
  }

  /// The class file: a class beside the one that has the code.
  ClassFile file() {
    ClassDesc host = described(lambda.getImplClass());
    String name = lambda.getImplClass().replace('/', '.') + "$$Body";
    byte[] bytes =
        java.lang.classfile.ClassFile.of()
            .build(
                ClassDesc.of(name),
                builder ->
                    builder
                        .withFlags(PUBLIC)
                        .withInterfaceSymbols(BODY)
                        .withMethodBody(
                            ConstantDescs.INIT_NAME,
                            ConstantDescs.MTD_void,
                            PUBLIC,
                            BodyClass::construct)
                        .withMethodBody(
                            lambda.getFunctionalInterfaceMethodName(),
                            called(lambda),
                            PUBLIC,
                            code -> call(code, host)));
    return new ClassFile(name, bytes);
  }

  private static void construct(CodeBuilder code) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .return_();
  }

  private void call(CodeBuilder code, ClassDesc host) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(lambda.getImplMethodSignature());
    MethodTypeDesc instantiated = MethodTypeDesc.ofDescriptor(lambda.getInstantiatedMethodType());
    code.loadLocal(TypeKind.INT, code.parameterSlot(0))
        .aload(code.parameterSlot(1))
        .checkcast(instantiated.parameterType(1))
        .invokestatic(host, lambda.getImplMethodName(), type)
        .areturn();
  }
}
