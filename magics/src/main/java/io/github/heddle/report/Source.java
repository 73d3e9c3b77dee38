package io.github.heddle.report;

/// Where the lesson of a rule comes from.
sealed interface Source {
  /// No guide: the measurement alone says it.
  Source MEASUREMENT = new Measured();

  /// As a table of rules shows it.
  String text();

  /// The measurement.
  record Measured() implements Source {
    @Override
    public String text() {
      return "the measurement";
    }
  }

  /// A section of a guide.
  record Section(Guide guide, String heading) implements Source {
    @Override
    public String text() {
      return guide.title() + " § " + heading;
    }
  }
}
