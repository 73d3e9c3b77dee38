/// JShell in process: compile, run, redefine, complete, inspect; errors at lines of the cell.
@NullMarked
package io.github.heddle.kernel.evaluation;

import org.jspecify.annotations.NullMarked;
