package io.github.heddle.ship;

/// What is being sent, in words for the user.
///
/// @param what as a sentence begins, such as `The variable cache`
/// @param path how the path to a part of it begins, such as `cache`
record Described(String what, String path) {}
