package io.github.heddle.trace;

/// How finely slices are cut.
///
/// @param stepNanos tasks that together are shorter than this are folded into one, and samples
///   nearer than this to each other are left out
/// @param dustNanos what a state lacks to this is not shown as a slice of its own, but together
///   with what comes later
record Detail(long stepNanos, long dustNanos) {}
