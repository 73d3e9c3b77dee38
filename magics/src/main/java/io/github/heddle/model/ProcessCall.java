package io.github.heddle.model;

import io.github.heddle.scope.Scope;
import io.github.heddle.task.Call;
import io.github.heddle.worker.News;
import io.github.heddle.worker.OneCall;
import io.github.heddle.worker.OneCall.Listener;
import io.github.heddle.worker.WarmWorkers;
import io.github.heddle.worker.WorkerCommand;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A part of a task's work that a thread of this process has done in a worker process; when it is
/// cancelled, the process ends. Where the scope has [WarmWorkers], the process is taken from there;
/// else it is started for the call and ends with it.
final class ProcessCall<R extends @Nullable Object> extends FutureTask<R> {
  private final OneCall<R> call;
  private final AtomicReference<Listener> listener;

  /// @param scope what the call is part of: what it prints is printed there
  ProcessCall(Call<R> work, Scope scope) {
    this(new OneCall<>(work), scope, new AtomicReference<>((_, _) -> {}));
  }

  private ProcessCall(OneCall<R> call, Scope scope, AtomicReference<Listener> listener) {
    super(() -> make(call, scope, listener.get()));
    this.call = call;
    this.listener = listener;
  }

  private static <R extends @Nullable Object> R make(
      OneCall<R> call, Scope scope, Listener listener) throws Exception {
    RunOutput output = new RunOutput(scope);
    Listener all =
        (news, offset) -> {
          if (news instanceof News.Printed(boolean error, String text)) {
            output.print(error, text);
          } else {
            listener.heard(news, offset);
          }
        };
    var kept = scope.services().get(WarmWorkers.class);
    if (kept.isPresent()) {
      return call.in(kept.get(), all);
    }
    try (WarmWorkers once = new WarmWorkers(WorkerCommand.ofThisProcess())) {
      return call.in(once, all);
    }
  }

  /// Makes the call, which that one hears.
  void run(Listener hearing) {
    listener.set(hearing);
    run();
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      call.end();
    }
  }
}
