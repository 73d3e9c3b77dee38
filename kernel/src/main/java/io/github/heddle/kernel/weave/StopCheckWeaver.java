package io.github.heddle.kernel.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/// Puts a stop check where a loop turns back and where a method begins: so neither a loop nor a
/// recursion goes on after a stop, even where everything is caught. Also behind what may wait for a
/// lock, which no stop can cut short: what got the lock only because of the stop does no more.
/// There is none where an exception was caught or in `finally`: resources are closed and locks
/// released, and such code ends by itself. But where the stack was full: who catches that and calls
/// itself again has no room for the check on entry, time and again.
final class StopCheckWeaver implements ClassTransform {
  private static final DirectMethodHandleDesc LINK =
      ConstantDescs.ofCallsiteBootstrap(
          StopChecks.class.describeConstable().orElseThrow(), "link", ConstantDescs.CD_CallSite);
  private static final DynamicCallSiteDesc CHECK =
      DynamicCallSiteDesc.of(LINK, "check", ConstantDescs.MTD_void);
  private static final DynamicCallSiteDesc CHECK_LOCKED =
      DynamicCallSiteDesc.of(
          LINK,
          StopChecks.BEHIND_LOCK,
          MethodTypeDesc.of(ConstantDescs.CD_void, Lock.class.describeConstable().orElseThrow()));
  private static final DynamicCallSiteDesc CHECK_CAUGHT =
      DynamicCallSiteDesc.of(
          LINK,
          StopChecks.CAUGHT,
          MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable));
  private static final String LOCKS = "java/util/concurrent/locks/";

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method) {
      builder.transformMethod(method, transform(method));
    } else {
      builder.with(element);
    }
  }

  private static MethodTransform transform(MethodModel method) {
    boolean initializer = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
    return MethodTransform.transformingCode(
        CodeTransform.ofStateful(() -> new Checks(!initializer)));
  }

  /// The checks of one method.
  private static final class Checks implements CodeTransform {
    private final Set<Label> behind = new HashSet<>();
    private final Set<Label> catching = new HashSet<>();

    /// The check on entry is still to be made: behind the first line number, so that a thread that
    /// waits to enter a synchronized method is at a line.
    private boolean entering;

    /// A monitor was entered, and the code that leaves it again has not begun yet.
    private boolean entered;

    Checks(boolean onEntry) {
      this.entering = onEntry;
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      if (entering && element instanceof Instruction) {
        enter(builder);
      }
      if (targets(element).anyMatch(behind::contains)) {
        builder.invokedynamic(CHECK);
      }
      if (takesLock(element)) {
        builder.dup().with(element).invokedynamic(CHECK_LOCKED);
      } else {
        builder.with(element);
      }
      if (entering && element instanceof LineNumber) {
        enter(builder);
      }
      behindMonitor(builder, element);
      if (element instanceof ExceptionCatch handler && handler.catchType().isPresent()) {
        catching.add(handler.handler());
      }
      if (element instanceof LabelTarget target) {
        passed(builder, target.label());
      }
    }

    private void passed(CodeBuilder builder, Label label) {
      behind.add(label);
      if (catching.contains(label)) {
        builder.dup().invokedynamic(CHECK_CAUGHT);
      }
    }

    private void enter(CodeBuilder builder) {
      builder.invokedynamic(CHECK);
      entering = false;
    }

    private static boolean takesLock(CodeElement element) {
      return element instanceof InvokeInstruction call
          && call.name().equalsString("lock")
          && call.type().equalsString("()V")
          && call.owner().asInternalName().startsWith(LOCKS);
    }

    /// What leaves the monitor covers the code from the next label on.
    private void behindMonitor(CodeBuilder builder, CodeElement element) {
      if (entered && element instanceof LabelTarget) {
        builder.invokedynamic(CHECK);
      }
      entered =
          element instanceof MonitorInstruction monitor && monitor.opcode() == Opcode.MONITORENTER;
    }

    private static Stream<Label> targets(CodeElement element) {
      return switch (element) {
        case BranchInstruction branch -> Stream.of(branch.target());
        case TableSwitchInstruction table -> targets(table.defaultTarget(), table.cases());
        case LookupSwitchInstruction lookup -> targets(lookup.defaultTarget(), lookup.cases());
        default -> Stream.empty();
      };
    }

    private static Stream<Label> targets(Label otherwise, List<SwitchCase> cases) {
      return Stream.concat(Stream.of(otherwise), cases.stream().map(SwitchCase::target));
    }
  }
}
