package io.github.heddle.ship;

/// What is being sent, in words for the user.
///
/// @param what such as `the variable cache`
/// @param name what paths to its parts begin with, such as `cache`; empty where it has no name
/// @param advice a sentence: what to do where it cannot be sent
record Described(String what, String name, String advice) {
  private static final String CREATE = "Create it inside the body.";

  static Described body() {
    return new Described("the body", "", CREATE);
  }

  /// A part of a task's work that is done in another process.
  static Described call() {
    return new Described("the call", "", "Create it inside the call.");
  }

  static Described variable(Variable variable) {
    return new Described("the variable " + variable.name(), variable.name(), CREATE);
  }

  /// Something that is there for one task.
  static Described input(String what) {
    return new Described(what, "", "Send plain data, and create what needs more inside the body.");
  }

  /// What a task gives.
  static Described output(String what) {
    return new Described(
        what, "", "Give back plain data, such as numbers, text, records or lists of them.");
  }
}
