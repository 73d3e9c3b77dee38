package io.github.heddle.bench;

import io.github.heddle.bench.workload.Allocation;
import io.github.heddle.bench.workload.Calls;
import io.github.heddle.bench.workload.Matrices;
import io.github.heddle.bench.workload.Recursion;
import io.github.heddle.bench.workload.Vectorised;

/// The kinds of code that are measured.
public enum Kind {
  VECTORISED(Vectorised.class),
  CALLS(Calls.class),
  ALLOCATION(Allocation.class),
  RECURSION(Recursion.class),
  MATRICES(Matrices.class);

  private final Class<? extends Workload> type;

  Kind(Class<? extends Workload> type) {
    this.type = type;
  }

  /// The work, defined anew by a loader of its own.
  Workload in(Weaving weaving) {
    try {
      return (Workload)
          new CellCode(weaving).loadClass(type.getName()).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be loaded " + weaving, e);
    }
  }
}
