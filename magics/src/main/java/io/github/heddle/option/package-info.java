/// A magic line becomes options, or problems with columns. Pure; the only package that knows
/// picocli.
@NullMarked
package io.github.heddle.option;

import org.jspecify.annotations.NullMarked;
