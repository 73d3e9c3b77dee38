package io.github.heddle.kernel.weave;

import io.github.heddle.kernel.output.ConsoleInCells;
import java.io.Console;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
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
import java.util.concurrent.CompletableFuture;

/// Sends some calls of the JDK, and method references to them, to methods of ours: those that would
/// end the JVM, those that would wait whatever happens, and what is told in words of the kernel or
/// not there in it.
final class CallWeaver implements CodeTransform {
  /// The static method of the same name that is called instead; the receiver comes first.
  private record Substitute(ClassDesc owner, MethodTypeDesc type) {}

  private static final ClassDesc TRAP = ExitTrap.class.describeConstable().orElseThrow();
  private static final ClassDesc WAITS = StoppableWaits.class.describeConstable().orElseThrow();
  private static final ClassDesc RUNTIME = Runtime.class.describeConstable().orElseThrow();
  private static final ClassDesc FUTURE = CompletableFuture.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc WITH_STATUS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final Substitute OF_RUNTIME =
      new Substitute(TRAP, WITH_STATUS.insertParameterTypes(0, RUNTIME));
  private static final Substitute TRACE =
      new Substitute(
          TraceOfCell.class.describeConstable().orElseThrow(),
          MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable));
  private static final Map<String, Substitute> SUBSTITUTES =
      Map.of(
          "java/lang/System.exit(I)V",
          new Substitute(TRAP, WITH_STATUS),
          "java/lang/Runtime.exit(I)V",
          OF_RUNTIME,
          "java/lang/Runtime.halt(I)V",
          OF_RUNTIME,
          "java/lang/System.console()Ljava/io/Console;",
          new Substitute(
              ConsoleInCells.class.describeConstable().orElseThrow(),
              MethodTypeDesc.of(Console.class.describeConstable().orElseThrow())),
          "java/util/concurrent/CompletableFuture.join()Ljava/lang/Object;",
          new Substitute(WAITS, MethodTypeDesc.of(ConstantDescs.CD_Object, FUTURE)));

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    switch (element) {
      case InvokeInstruction call when asksSuperclassForTrace(call) ->
          builder.invokestatic(TRACE.owner(), "printInheritedStackTrace", TRACE.type());
      case InvokeInstruction call ->
          substitute(
                  call.owner().asInternalName(),
                  call.name().stringValue(),
                  call.type().stringValue())
              .ifPresentOrElse(
                  other ->
                      builder.invokestatic(other.owner(), call.name().stringValue(), other.type()),
                  () -> builder.with(call));
      case InvokeDynamicInstruction call when refersToOne(call) ->
          builder.invokedynamic(substituted(call));
      default -> builder.with(element);
    }
  }

  private static boolean asksSuperclassForTrace(InvokeInstruction call) {
    return call.opcode() == Opcode.INVOKESPECIAL
        && printsTrace(
            call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
  }

  private static boolean printsTrace(String owner, String name, String type) {
    return (name + type).equals("printStackTrace()V") && owner.startsWith("java/");
  }

  private static Optional<Substitute> substitute(String owner, String name, String type) {
    return printsTrace(owner, name, type)
        ? Optional.of(TRACE)
        : Optional.ofNullable(SUBSTITUTES.get(owner + "." + name + type));
  }

  private static Optional<Substitute> substitute(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        ? substitute(internal(handle.owner()), handle.methodName(), handle.lookupDescriptor())
        : Optional.empty();
  }

  private static String internal(ClassDesc owner) {
    String descriptor = owner.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static boolean refersToOne(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream().anyMatch(argument -> substitute(argument).isPresent());
  }

  private static DynamicCallSiteDesc substituted(InvokeDynamicInstruction call) {
    return DynamicCallSiteDesc.of(
        call.bootstrapMethod(),
        call.name().stringValue(),
        call.typeSymbol(),
        call.bootstrapArgs().stream().map(CallWeaver::substituted).toArray(ConstantDesc[]::new));
  }

  private static ConstantDesc substituted(ConstantDesc argument) {
    return substitute(argument)
        .<ConstantDesc>map(other ->
            MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                other.owner(),
                ((DirectMethodHandleDesc) argument).methodName(),
                other.type()))
        .orElse(argument);
  }
}
