package io.github.heddle.picture;

/// The tasks that a bar stands for.
///
/// @param first the lowest number
/// @param last the highest number that is known
/// @param count how many; 0 where it is not known which
record Tasks(int first, int last, int count) {

  static Tasks of(int first, int count) {
    return new Tasks(first, first, count);
  }

  /// Both together; the same single task stays one, and where one is not known, both are not.
  Tasks plus(Tasks other) {
    if (!known() || !other.known()) {
      return of(Math.min(first, other.first), 0);
    }
    return equals(other)
        ? this
        : new Tasks(Math.min(first, other.first), Math.max(last, other.last), count + other.count);
  }

  boolean known() {
    return count > 0;
  }

  boolean single() {
    return count == 1;
  }

  /// `3`, `3–17`, or where numbers in between belong to other lanes, `15 from 3 on`; `not known
  /// which`.
  String text() {
    if (!known()) {
      return "not known which";
    }
    if (single()) {
      return Integer.toString(first);
    }
    return last - first + 1 == count ? first + "–" + last : count + " from " + first + " on";
  }
}
