package io.github.heddle.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
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

  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads what it is given
  static <F> Condition<F> all(Condition<F>... several) {
    return new All<>(List.of(several));
  }
}
