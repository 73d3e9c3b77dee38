package io.github.heddle.ship;

/// A method or field that code refers to.
///
/// @param owner the class it is looked up in, with slashes
/// @param type its descriptor
record Member(String owner, String name, String type) {
  boolean isMethod() {
    return type.startsWith("(");
  }

  /// The same, looked up elsewhere.
  Member in(String other) {
    return new Member(other, name, type);
  }
}
