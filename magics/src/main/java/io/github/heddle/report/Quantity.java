package io.github.heddle.report;

import java.util.function.ToDoubleFunction;

/// Something that is measured and compared with a threshold.
///
/// @param name in words, as a table of rules shows it
/// @param unit what it is counted in
/// @param <F> what it is a quantity of
record Quantity<F>(String name, Unit unit, ToDoubleFunction<F> of) {

  /// What a quantity is counted in, and how a value of it reads.
  enum Unit {
    /// Of a whole, 0 to 1.
    SHARE {
      @Override
      String text(double value) {
        return Figures.percent(value);
      }
    },
    /// Nanoseconds.
    TIME {
      @Override
      String text(double value) {
        return Figures.duration(Math.round(value));
      }
    },
    /// How many.
    COUNT {
      @Override
      String text(double value) {
        return Figures.plain(value);
      }
    },
    /// How many times as much.
    FACTOR {
      @Override
      String text(double value) {
        return Figures.number(value) + "×";
      }
    };

    abstract String text(double value);
  }

  double in(F facts) {
    return of.applyAsDouble(facts);
  }
}
