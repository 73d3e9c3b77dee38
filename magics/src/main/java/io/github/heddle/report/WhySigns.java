package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Condition.some;

import io.github.heddle.report.Quantity.Unit;
import java.util.List;
import java.util.stream.Stream;

/// What rules on why a model suits look at, and the conditions and words that several of them
/// share.
final class WhySigns {
  /// There is one core, and it was no faster than that: a quota can be exceeded for a moment.
  static final Condition<Why> ONE_CORE =
      all(
          below(
              new Quantity<>("usable cores", Unit.COUNT, why -> why.best().cores()),
              Signs.ENOUGH_CORES),
          best(below(Signs.FACTOR, Finished.CLOSE)));

  /// Models that use more than one core were compared, too.
  static final Condition<Why> PARALLEL =
      is("threads, virtual or processes came to the end", why -> why.parallel().count() > 0);

  private WhySigns() {}

  static Condition<Why> kind(Kind kind) {
    String words = kind == Kind.UNKNOWN ? "kind of work not known" : kind.adjective() + "tasks";
    return is(words, why -> why.kind() == kind);
  }

  static Condition<Why> suits(String... models) {
    List<String> names = List.of(models);
    return is(String.join(" or ", names) + " suits best", why -> names.contains(why.name()));
  }

  /// The model took clearly longer than the one that suits best. Where a simpler one came to the
  /// end and does not suit, it did so always.
  static Condition<Why> slower(String model) {
    return atLeast(
        new Quantity<>("wall of " + model + " / the best", Unit.FACTOR, why -> why.beside(model)),
        Finished.CLOSE);
  }

  static Condition<Why> finished(String model) {
    return is(model + " came to the end", why -> why.model(model).isPresent());
  }

  /// The model that suits is one of which that is so.
  static Condition<Why> best(Condition<Facts> when) {
    return some("under the best", why -> Stream.of(why.best()), when);
  }

  /// What the name of a model means in a sentence.
  static String words(Report report) {
    String name = Finished.name(report);
    return name.equals("virtual") ? "virtual threads" : name;
  }

  /// `async, threads and processes made them no faster`.
  static String noFaster(Stream<Report> models) {
    List<String> names = models.map(WhySigns::words).toList();
    String last = names.getLast();
    String first = String.join(", ", names.subList(0, names.size() - 1));
    return (first.isEmpty() ? last : first + " and " + last) + " made them no faster";
  }
}
