package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import io.github.heddle.kernel.transport.MessageSource;
import io.github.heddle.kernel.transport.Outgoing;
import io.github.heddle.kernel.transport.Session;
import io.github.heddle.kernel.transport.SteadyThread;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything that is to be sent, in order: messages, and printed text between them, joined so that
/// a flood of lines becomes a few messages. Nothing is dropped: what one request prints beyond a
/// bound goes to a file. Threads that print or show wait while too much is under way; an interrupt
/// ends their waiting but takes neither the text nor the flag. Any thread may put and print; one
/// thread takes.
public final class Outbox implements MessageSource {
  private static final long WINDOW_NANOS = 20_000_000;
  private static final int DEFAULT_CAPACITY = 4_000_000;

  /// How many messages may wait before threads that print or show wait.
  private static final int MESSAGES_UNDER_WAY = 200;

  /// More than two million short lines.
  private static final long SHOWN_OF_ONE = 50_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private final TextRun run;
  private final UnfinishedLines lines = new UnfinishedLines();
  private final Map<Origin, Flood> floods = new WeakHashMap<>();
  private final Session session;
  private final LongSupplier nanoClock;
  private final int capacity;

  private int messagesWaiting;
  private int piecesReleased;
  private long textWaiting;
  private long lastWindowNanos;
  private boolean closed;

  /// What waits to be taken.
  private sealed interface Entry {
    record Whole(Outgoing outgoing) implements Entry {}

    record Text(TextRun.Piece piece) implements Entry {}
  }

  /// @param nanoClock nanoseconds since some origin
  public Outbox(Session session, LongSupplier nanoClock) {
    this(session, nanoClock, DEFAULT_CAPACITY);
  }

  /// @param capacity how many characters of text may be under way before printers wait
  Outbox(Session session, LongSupplier nanoClock, int capacity) {
    this.session = session;
    this.nanoClock = nanoClock;
    this.capacity = capacity;
    this.run = new TextRun(new Allowance(nanoClock));
    this.lastWindowNanos = nanoClock.getAsLong() - WINDOW_NANOS;
  }

  /// Adds a message. Never waits.
  public void put(Outgoing outgoing) {
    lock.lock();
    try {
      run.end();
      entries.add(new Entry.Whole(outgoing));
      messagesWaiting++;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Adds a message of which a cell may make any number. Waits while too much is under way.
  void putInTurn(Outgoing outgoing) {
    lock.lock();
    try {
      awaitRoom();
      put(outgoing);
    } finally {
      lock.unlock();
    }
  }

  /// Adds what the calling thread printed.
  void print(Origin origin, Stream stream, byte[] bytes) {
    lock.lock();
    try {
      awaitRoom();
      append(lines.add(writer(stream), origin, bytes, nanoClock.getAsLong()));
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Adds what the calling thread printed and has not ended with a line break.
  void finishLine(Stream stream) {
    appendLocked(() -> lines.finish(writer(stream)));
  }

  /// Adds what the calling thread, and threads that have ended, printed for a request and did not
  /// end with a line break.
  void finishLinesBefore(Origin origin) {
    appendLocked(() -> lines.finish(origin, Thread.currentThread()));
  }

  /// Adds what was printed for a request and not ended with a line break.
  public void finishLines(Origin origin) {
    appendLocked(() -> lines.finish(origin));
  }

  /// There will be nothing more: [#take] ends when all is taken.
  public void close() {
    lock.lock();
    try {
      append(lines.finish());
      closed = true;
      work.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Outgoing> take() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        long now = nanoClock.getAsLong();
        append(lines.overdue(now));
        if (ready(now)) {
          return Optional.of(outgoing(now));
        }
        if (closed && entries.isEmpty()) {
          return Optional.empty();
        }
        awaitWork(now);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean ready(long now) {
    return switch (entries.peek()) {
      case null -> false;
      case Entry.Whole whole -> true;
      case Entry.Text text -> urgent(text.piece) || piecesReleased > 0 || window(now);
    };
  }

  /// Whether waiting for more text would be of no use, or keep others waiting.
  private boolean urgent(TextRun.Piece piece) {
    return closed || messagesWaiting > 0 || piece.full() || textWaiting >= capacity;
  }

  /// Text alone leaves in bursts: all there is, then nothing for a while.
  private boolean window(long now) {
    boolean open = now - lastWindowNanos >= WINDOW_NANOS;
    if (open) {
      lastWindowNanos = now;
      piecesReleased = entries.size();
    }
    return open;
  }

  /// Removes the first entry, once all that could fail for lack of memory is done.
  private Outgoing outgoing(long now) {
    return switch (entries.getFirst()) {
      case Entry.Whole whole -> {
        entries.removeFirst();
        messagesWaiting--;
        room.signalAll();
        piecesReleased = 0;
        yield whole.outgoing;
      }
      case Entry.Text text -> {
        Outgoing joined = new Outgoing(Channel.IOPUB, message(text.piece.joined()));
        entries.removeFirst();
        remove(text.piece, now);
        yield joined;
      }
    };
  }

  private void remove(TextRun.Piece piece, long now) {
    run.remove(piece);
    piecesReleased = Math.max(0, piecesReleased - 1);
    lastWindowNanos = now;
    textWaiting -= piece.length();
    room.signalAll();
  }

  private Message message(PrintedText printed) {
    JsonObject content = new JsonObject();
    content.addProperty("name", printed.stream().protocolName());
    content.addProperty("text", printed.text());
    JsonObject header = session.header("stream");
    return new Message(
        List.of(session.topic("stream")),
        header,
        printed.origin().header(),
        new JsonObject(),
        content,
        List.of());
  }

  @SuppressWarnings("WaitNotInLoop") // take loops
  private void awaitWork(long now) throws InterruptedException {
    long untilWindow = entries.isEmpty() ? Long.MAX_VALUE : lastWindowNanos + WINDOW_NANOS - now;
    long nanos = Math.min(untilWindow, lines.nanosToWait(now));
    if (nanos == Long.MAX_VALUE) {
      work.await();
    } else {
      work.awaitNanos(nanos);
    }
  }

  /// An interrupted thread may overdraw, once over: it must be able to go on and end. The kernel's
  /// own threads never wait: what they print is told of a fault, and room is made by them alone.
  private void awaitRoom() {
    boolean own = Thread.currentThread() instanceof SteadyThread;
    boolean interrupted = false;
    while (!own && !closed && crowded(interrupted ? 2 : 1)) {
      if (interrupted) {
        room.awaitUninterruptibly();
      } else {
        interrupted = interruptedWhileWaiting();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean crowded(int times) {
    return textWaiting >= (long) times * capacity || messagesWaiting >= times * MESSAGES_UNDER_WAY;
  }

  @SuppressWarnings("WaitNotInLoop") // awaitRoom loops
  private boolean interruptedWhileWaiting() {
    try {
      room.await();
      return false;
    } catch (InterruptedException e) {
      return true; // awaitRoom sets the flag again
    }
  }

  private void appendLocked(Supplier<Collection<PrintedText>> texts) {
    lock.lock();
    try {
      append(texts.get());
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void append(Collection<PrintedText> texts) {
    for (PrintedText text : texts) {
      Flood flood = floods.computeIfAbsent(text.origin(), _ -> new Flood(SHOWN_OF_ONE));
      flood.through(text.text()).ifPresent(shown -> append(text.origin(), text.stream(), shown));
    }
  }

  private void append(Origin origin, Stream stream, String shown) {
    textWaiting += shown.length();
    run.add(new PrintedText(origin, stream, shown))
        .forEach(piece -> entries.add(new Entry.Text(piece)));
  }

  private static UnfinishedLines.Writer writer(Stream stream) {
    return new UnfinishedLines.Writer(Thread.currentThread(), stream);
  }
}
