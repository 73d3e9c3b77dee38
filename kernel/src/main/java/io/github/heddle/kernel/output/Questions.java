package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import io.github.heddle.kernel.transport.Outgoing;
import io.github.heddle.kernel.transport.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Questions to the user, one at a time, and the answers, which come on another thread. An answer
/// to which there is no question is dropped.
public final class Questions {
  private final Session session;
  private final Outbox outbox;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile @Nullable Open open;

  /// A question that is not answered yet.
  private record Open(String id, CompletableFuture<String> answer) {}

  public Questions(Session session, Outbox outbox) {
    this.session = session;
    this.outbox = outbox;
  }

  /// Asks for a line of text and waits for it.
  ///
  /// @param prompt what stands in front of it
  /// @param hidden whether nobody sees what is typed
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  String ask(Origin origin, String prompt, boolean hidden) throws InterruptedException {
    oneAtATime.lockInterruptibly();
    try {
      Message question = question(origin, prompt, hidden);
      Open asked = new Open(question.id(), new CompletableFuture<>());
      open = asked;
      outbox.finishLines(origin);
      outbox.put(new Outgoing(Channel.STDIN, question));
      return asked.answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      open = null;
      oneAtATime.unlock();
    }
  }

  /// Takes what came on stdin.
  public void answer(Message message) {
    Open asked = open;
    if (asked != null && message.type().equals("input_reply") && answers(message, asked)) {
      asked.answer.complete(message.content().get("value").getAsString());
    }
  }

  /// Not every client says which question it answers.
  private static boolean answers(Message message, Open asked) {
    JsonObject parent = message.parent();
    return !parent.has("msg_id") || parent.get("msg_id").getAsString().equals(asked.id);
  }

  private Message question(Origin origin, String prompt, boolean hidden) {
    JsonObject content = new JsonObject();
    content.addProperty("prompt", prompt);
    content.addProperty("password", hidden);
    return new Message(
        origin.identities(),
        session.header("input_request"),
        origin.header(),
        new JsonObject(),
        content,
        List.of());
  }
}
