package io.github.heddle.kernel.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/// Sends calls that would end the JVM, and method references to them, to the [ExitTrap].
final class ExitWeaver implements CodeTransform {
  private static final ClassDesc TRAP = ExitTrap.class.describeConstable().orElseThrow();
  private static final ClassDesc RUNTIME = Runtime.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc WITH_STATUS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc WITH_RUNTIME = WITH_STATUS.insertParameterTypes(0, RUNTIME);
  private static final Map<String, MethodTypeDesc> TRAPPED =
      Map.of(
          "java/lang/System.exit(I)V", WITH_STATUS,
          "java/lang/Runtime.exit(I)V", WITH_RUNTIME,
          "java/lang/Runtime.halt(I)V", WITH_RUNTIME);

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    switch (element) {
      case InvokeInstruction call ->
          trap(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue())
              .ifPresentOrElse(
                  type -> builder.invokestatic(TRAP, call.name().stringValue(), type),
                  () -> builder.with(call));
      case InvokeDynamicInstruction call when refersToExit(call) ->
          builder.invokedynamic(trapped(call));
      default -> builder.with(element);
    }
  }

  private static Optional<MethodTypeDesc> trap(String owner, String name, String type) {
    return Optional.ofNullable(TRAPPED.get(owner + "." + name + type));
  }

  private static Optional<MethodTypeDesc> trap(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        ? trap(internal(handle.owner()), handle.methodName(), handle.lookupDescriptor())
        : Optional.empty();
  }

  private static String internal(ClassDesc owner) {
    String descriptor = owner.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static boolean refersToExit(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream().anyMatch(argument -> trap(argument).isPresent());
  }

  private static DynamicCallSiteDesc trapped(InvokeDynamicInstruction call) {
    return DynamicCallSiteDesc.of(
        call.bootstrapMethod(),
        call.name().stringValue(),
        call.typeSymbol(),
        call.bootstrapArgs().stream().map(ExitWeaver::trapped).toArray(ConstantDesc[]::new));
  }

  private static ConstantDesc trapped(ConstantDesc argument) {
    return trap(argument)
        .<ConstantDesc>map(type ->
            MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                TRAP,
                ((DirectMethodHandleDesc) argument).methodName(),
                type))
        .orElse(argument);
  }
}
