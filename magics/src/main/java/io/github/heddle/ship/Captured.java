package io.github.heddle.ship;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Optional;

/// The names of what a lambda captures: of local variables, or `this`.
final class Captured {
  private static final ClassFile FILES = ClassFile.of();

  private Captured() {}

  /// @param place of the value among all that the lambda captures, from 1
  static String name(Object lambda, int place) {
    try {
      Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      return name(
          (SerializedLambda) writeReplace.invoke(lambda),
          place,
          lambda.getClass().getClassLoader());
    } catch (ReflectiveOperationException | IOException e) {
      return unknown(place);
    }
  }

  private static String unknown(int place) {
    return "captured(" + place + ")";
  }

  private static String name(SerializedLambda lambda, int place, ClassLoader loader)
      throws IOException {
    int receiver = lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic ? 0 : 1;
    if (place <= receiver) {
      return "this";
    }
    return implementation(lambda, loader)
        .flatMap(method -> variable(method, slot(method, receiver, place - receiver - 1)))
        .orElseGet(() -> unknown(place));
  }

  /// Where the parameter with this index is kept.
  private static int slot(MethodModel method, int receiver, int index) {
    return receiver
        + method.methodTypeSymbol().parameterList().stream()
            .limit(index)
            .mapToInt(type -> TypeKind.from(type).slotSize())
            .sum();
  }

  private static Optional<String> variable(MethodModel method, int slot) {
    return method.findAttribute(Attributes.code()).stream()
        .flatMap(code -> code.findAttribute(Attributes.localVariableTable()).stream())
        .flatMap(table -> table.localVariables().stream())
        .filter(each -> each.startPc() == 0 && each.slot() == slot)
        .map(each -> each.name().stringValue())
        .findFirst();
  }

  private static Optional<MethodModel> implementation(SerializedLambda lambda, ClassLoader loader)
      throws IOException {
    try (InputStream in = loader.getResourceAsStream(lambda.getImplClass() + ".class")) {
      return in == null
          ? Optional.empty()
          : FILES.parse(in.readAllBytes()).methods().stream()
              .filter(each -> each.methodName().equalsString(lambda.getImplMethodName()))
              .filter(each -> each.methodType().equalsString(lambda.getImplMethodSignature()))
              .findFirst();
    }
  }
}
