package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes the lambdas and method references of one class serializable, as javac does where their
/// type asks for it.
final class SerializableLambdas implements ClassTransform {
  /// Makes the classes of lambdas.
  static final ClassDesc METAFACTORY = LambdaMetafactory.class.describeConstable().orElseThrow();

  private static final DirectMethodHandleDesc WITH_FLAGS =
      ConstantDescs.ofCallsiteBootstrap(
          METAFACTORY,
          "altMetafactory",
          ConstantDescs.CD_CallSite,
          ConstantDescs.CD_Object.arrayType());

  /// The flags stand behind the three arguments that every lambda has.
  private static final int FLAGS = 3;

  private final Set<DynamicCallSiteDesc> sites = new LinkedHashSet<>();

  private SerializableLambdas() {}

  static ClassTransform transform() {
    return ClassTransform.ofStateful(SerializableLambdas::new);
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case MethodModel method when LambdaRevival.isOf(method) -> {} // by javac, for some of them
      case MethodModel method ->
          builder.transformMethod(method, MethodTransform.transformingCode(this::lambda));
      default -> builder.with(element);
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    new LambdaRevival(List.copyOf(sites)).addTo(builder);
  }

  private void lambda(CodeBuilder builder, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(METAFACTORY)) {
      DynamicCallSiteDesc site = serializable(call);
      sites.add(site);
      builder.invokedynamic(site);
    } else {
      builder.with(element);
    }
  }

  private static DynamicCallSiteDesc serializable(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments = new ArrayList<>(call.bootstrapArgs());
    if (arguments.size() == FLAGS) {
      arguments.add(LambdaMetafactory.FLAG_SERIALIZABLE);
    } else {
      arguments.set(FLAGS, (Integer) arguments.get(FLAGS) | LambdaMetafactory.FLAG_SERIALIZABLE);
    }
    return DynamicCallSiteDesc.of(
        WITH_FLAGS,
        call.name().stringValue(),
        call.typeSymbol(),
        arguments.toArray(ConstantDesc[]::new));
  }
}
