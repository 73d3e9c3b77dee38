package io.github.heddle.kernel.protocol;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for, so that no start has to wait for it. Any
/// thread may ask.
final class OnFirstUse<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  OnFirstUse(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T present = made == null ? maker.get() : made;
    made = present;
    return present;
  }
}
