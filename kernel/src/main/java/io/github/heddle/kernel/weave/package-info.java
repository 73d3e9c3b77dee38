/// Class-file transforms of cell classes: stop checks that cost nothing, lines of the cell, the
/// exit trap, objects and lambdas that can be sent to other processes.
@NullMarked
package io.github.heddle.kernel.weave;

import org.jspecify.annotations.NullMarked;
