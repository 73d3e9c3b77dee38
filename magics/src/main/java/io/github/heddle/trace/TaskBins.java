package io.github.heddle.trace;

/// How many tasks of one carrier were in which state over time.
record TaskBins(StateBins inFlight, StateBins running, StateBins ready, StateBins locked) {
  /// Of no task.
  TaskBins() {
    this(new StateBins(), new StateBins(), new StateBins(), new StateBins());
  }

  /// The same as it is now, whatever is added later.
  TaskBins copy() {
    return new TaskBins(inFlight.copy(), running.copy(), ready.copy(), locked.copy());
  }

  /// A task was in a state; waiting is what is left of its time.
  void spent(State state, long fromNanos, long toNanos) {
    switch (state) {
      case RUNNING -> running.add(fromNanos, toNanos);
      case READY -> ready.add(fromNanos, toNanos);
      case LOCKED -> locked.add(fromNanos, toNanos);
      default -> {}
    }
  }

  /// The widest of the bins.
  long binNanos() {
    return Math.max(
        Math.max(inFlight.width(), running.width()), Math.max(ready.width(), locked.width()));
  }

  /// Adds this part to what is known of all.
  void addTo(Flight flight) {
    flight.inFlight(inFlight.nanos(flight.binNanos()));
    flight.running(running.nanos(flight.binNanos()));
    flight.ready(ready.nanos(flight.binNanos()));
    flight.locked(locked.nanos(flight.binNanos()));
  }
}
