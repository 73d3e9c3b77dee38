package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.execution.ErrorReport;
import io.github.heddle.kernel.output.Outbox;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.transport.Message;
import io.github.heddle.kernel.transport.Outgoing;
import io.github.heddle.kernel.transport.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Answers a request in the one form all answers have: busy, what the handler tells, the reply,
/// idle. Whatever a handler throws becomes an error reply. Any thread may use it.
final class Exchange {
  private static final Logger LOG = System.getLogger(Exchange.class.getName());

  private final Session session;
  private final Outbox outbox;
  private final Publisher publisher;

  Exchange(Session session, Outbox outbox, Publisher publisher) {
    this.session = session;
    this.outbox = outbox;
    this.publisher = publisher;
  }

  void answer(Request request, Handler handler) {
    publisher.status(request.origin(), "busy");
    try {
      reply(request, handled(request, handler));
    } finally {
      outbox.finishLines(request.origin());
      publisher.status(request.origin(), "idle");
    }
    handler.afterwards(request);
  }

  /// The boundary at which our own faults become replies.
  private static Optional<Reply> handled(Request request, Handler handler) {
    try {
      return handler.handle(request);
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "A request failed: " + request.type(), e);
      return Optional.of(
          Reply.error(
              ErrorReport.of(e.getClass().getSimpleName(), String.valueOf(e.getMessage()))));
    }
  }

  private void reply(Request request, Optional<Reply> reply) {
    reply.ifPresent(answer -> {
      Message message =
          new Message(
              request.message().identities(),
              session.header(replyType(request.type())),
              request.message().header(),
              answer.metadata(),
              answer.content(),
              List.of());
      outbox.put(new Outgoing(request.channel(), message));
    });
  }

  private static String replyType(String requestType) {
    return requestType.endsWith("_request")
        ? requestType.replaceFirst("_request$", "_reply")
        : requestType + "_reply";
  }
}
