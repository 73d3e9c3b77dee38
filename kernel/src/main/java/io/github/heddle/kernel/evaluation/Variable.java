package io.github.heddle.kernel.evaluation;

import org.jspecify.annotations.Nullable;

/// A variable that cells declared, with its value at one moment.
///
/// @param type as it stands in the notebook
public record Variable(String name, String type, @Nullable Object value) {}
