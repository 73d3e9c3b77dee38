package io.github.heddle.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What must hold for a rule. Data and no code, so that thresholds can be listed, and each of them
/// tested from both sides.
///
/// @param <F> what it is a condition on
sealed interface Condition<F> {
  boolean holds(F facts);

  /// As a table of rules shows it.
  String words();

  /// The comparisons in it, in order.
  Stream<Bound<F>> bounds();

  /// A quantity beside its threshold.
  sealed interface Bound<F> extends Condition<F> {
    Quantity<F> quantity();

    double threshold();

    @Override
    default Stream<Bound<F>> bounds() {
      return Stream.of(this);
    }
  }

  /// A quantity is not below its threshold.
  record AtLeast<F>(Quantity<F> quantity, double threshold) implements Bound<F> {
    @Override
    public boolean holds(F facts) {
      return quantity.in(facts) >= threshold;
    }

    @Override
    public String words() {
      return quantity.name() + " ≥ " + quantity.unit().text(threshold);
    }
  }

  /// A quantity is below its threshold.
  record Below<F>(Quantity<F> quantity, double threshold) implements Bound<F> {
    @Override
    public boolean holds(F facts) {
      return quantity.in(facts) < threshold;
    }

    @Override
    public String words() {
      return quantity.name() + " < " + quantity.unit().text(threshold);
    }
  }

  /// Something is so, or is not; there is no more or less of it.
  record Is<F>(String words, Predicate<F> is) implements Condition<F> {
    @Override
    public boolean holds(F facts) {
      return is.test(facts);
    }

    @Override
    public Stream<Bound<F>> bounds() {
      return Stream.empty();
    }
  }

  /// Another rule does not hold. Its thresholds are listed, and tested, where it stands.
  record Unless<F>(Rule<F> rule) implements Condition<F> {
    @Override
    public boolean holds(F facts) {
      return !rule.when().holds(facts);
    }

    @Override
    public String words() {
      return "not “" + rule.name() + "”";
    }

    @Override
    public Stream<Bound<F>> bounds() {
      return Stream.empty();
    }
  }

  /// At least one of several.
  record Either<F>(List<Condition<F>> several) implements Condition<F> {
    @Override
    public boolean holds(F facts) {
      return several.stream().anyMatch(one -> one.holds(facts));
    }

    @Override
    public String words() {
      return several.stream().map(Either::inWords).collect(joining(" or "));
    }

    private static String inWords(Condition<?> one) {
      return one instanceof All<?> ? "(" + one.words() + ")" : one.words();
    }

    @Override
    public Stream<Bound<F>> bounds() {
      return several.stream().flatMap(Condition::bounds);
    }
  }

  /// All of several.
  record All<F>(List<Condition<F>> several) implements Condition<F> {
    @Override
    public boolean holds(F facts) {
      return several.stream().allMatch(one -> one.holds(facts));
    }

    @Override
    public String words() {
      return several.stream().map(Condition::words).collect(joining(", "));
    }

    @Override
    public Stream<Bound<F>> bounds() {
      return several.stream().flatMap(Condition::bounds);
    }
  }

  /// At least one part of a whole is so: one of the runs of a comparison.
  ///
  /// @param whose which parts are looked at, in words
  /// @param <P> what a part is
  record Some<F, P>(String whose, Function<F, Stream<P>> parts, Condition<P> part)
      implements Condition<F> {
    @Override
    public boolean holds(F facts) {
      return parts.apply(facts).anyMatch(part::holds);
    }

    @Override
    public String words() {
      return whose + " (" + part.words() + ")";
    }

    @Override
    public Stream<Bound<F>> bounds() {
      return part.bounds().map(this::ofTheWhole);
    }

    /// The same of the part that is nearest to it.
    private Bound<F> ofTheWhole(Bound<P> bound) {
      return switch (bound) {
        case AtLeast<P>(Quantity<P> quantity, double least) ->
            new AtLeast<>(
                quantity(quantity, all -> all.max().orElse(Double.NEGATIVE_INFINITY)), least);
        case Below<P>(Quantity<P> quantity, double limit) ->
            new Below<>(
                quantity(quantity, all -> all.min().orElse(Double.POSITIVE_INFINITY)), limit);
      };
    }

    private Quantity<F> quantity(Quantity<P> of, ToDoubleFunction<DoubleStream> nearest) {
      return new Quantity<>(
          of.name(),
          of.unit(),
          facts -> nearest.applyAsDouble(parts.apply(facts).mapToDouble(of::in)));
    }
  }

  static <F> Condition<F> atLeast(Quantity<F> quantity, double threshold) {
    return new AtLeast<>(quantity, threshold);
  }

  static <F> Condition<F> below(Quantity<F> quantity, double threshold) {
    return new Below<>(quantity, threshold);
  }

  static <F> Condition<F> unless(Rule<F> rule) {
    return new Unless<>(rule);
  }

  static <F> Condition<F> is(String words, Predicate<F> is) {
    return new Is<>(words, is);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads what it is given
  static <F> Condition<F> either(Condition<F>... several) {
    return new Either<>(List.of(several));
  }

  static <F, P> Condition<F> some(
      String whose, Function<F, Stream<P>> parts, Condition<P> condition) {
    return new Some<>(whose, parts, condition);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads what it is given
  static <F> Condition<F> all(Condition<F>... several) {
    return new All<>(List.of(several));
  }
}
