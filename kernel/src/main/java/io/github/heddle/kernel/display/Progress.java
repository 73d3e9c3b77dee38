package io.github.heddle.kernel.display;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// A bar under the cell that shows how far a loop is:
///
/// ```java
/// for (var image : Progress.of(images)) shrink(image);
/// ```
///
/// It is renewed four times a second at most, and at the end. A loop that is left early leaves the
/// bar where it was. For work that is no loop, or that several threads do, [#to] and [#step].
public final class Progress<T> implements Iterable<T> {
  private static final long PAUSE_NANOS = 250_000_000;

  private final Iterable<T> elements;
  private final OptionalLong total;
  private final Screen screen;
  private final LongSupplier nanoClock;
  private final AtomicReference<DisplayHandle> shown = new AtomicReference<>();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong lastNanos = new AtomicLong();
  private volatile long startNanos;

  Progress(Iterable<T> elements, OptionalLong total, Screen screen, LongSupplier nanoClock) {
    this.elements = elements;
    this.total = total;
    this.screen = screen;
    this.nanoClock = nanoClock;
  }

  /// Shows how many of these elements a loop has been through; of how many, where they are a
  /// collection.
  public static <T> Progress<T> of(Iterable<T> elements) {
    OptionalLong total =
        elements instanceof Collection<?> all ? OptionalLong.of(all.size()) : OptionalLong.empty();
    return new Progress<>(elements, total, Screen.current(), System::nanoTime);
  }

  /// The numbers from one to before another: `for (int i : Progress.range(0, 100))`.
  public static Progress<Integer> range(int from, int to) {
    return new Progress<>(
        () -> IntStream.range(from, to).iterator(),
        OptionalLong.of(Math.max(0, to - from)),
        Screen.current(),
        System::nanoTime);
  }

  /// A bar for so many steps, each of which some thread tells with [#step].
  public static Progress<Object> to(long steps) {
    Progress<Object> progress =
        new Progress<>(List.of(), OptionalLong.of(steps), Screen.current(), System::nanoTime);
    progress.begin();
    return progress;
  }

  /// One more is done. Any thread may say so.
  public void step() {
    long now = nanoClock.getAsLong();
    boolean last = done.incrementAndGet() == total.orElse(-1);
    long before = lastNanos.get();
    if (last || (now - before >= PAUSE_NANOS && lastNanos.compareAndSet(before, now))) {
      show(last);
    }
  }

  @Override
  public Iterator<T> iterator() {
    begin();
    Iterator<T> all = elements.iterator();
    return new Iterator<>() {
      private boolean begun;
      private boolean over;

      @Override
      public boolean hasNext() {
        boolean more = all.hasNext();
        if (!more && !over) {
          over = true;
          finish(begun);
        }
        return more;
      }

      @Override
      public T next() {
        T next = all.next();
        if (begun) {
          step();
        }
        begun = true;
        return next;
      }
    };
  }

  private void begin() {
    startNanos = nanoClock.getAsLong();
    lastNanos.set(startNanos);
    done.set(0);
    shown.set(DisplayHandle.show(screen, bar(false).data()));
  }

  private void finish(boolean stepUnderWay) {
    if (stepUnderWay) {
      done.incrementAndGet();
    }
    show(true);
  }

  private void show(boolean over) {
    shown.get().update(screen, bar(over).data());
  }

  private ProgressBar bar(boolean over) {
    return new ProgressBar(done.get(), total, nanoClock.getAsLong() - startNanos, over);
  }
}
