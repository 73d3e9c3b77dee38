/// A cell from its text to what is shown: magics dispatched, Java evaluated, values rendered,
/// errors told at lines of the cell, stops. Code of the cell runs on threads of the cell's scope
/// only.
@NullMarked
package io.github.heddle.kernel.execution;

import org.jspecify.annotations.NullMarked;
