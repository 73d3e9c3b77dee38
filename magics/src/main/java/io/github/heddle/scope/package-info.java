/// The threads that belong to a cell or a run, and how to end them all.
@NullMarked
package io.github.heddle.scope;

import org.jspecify.annotations.NullMarked;
