/// What the kernel and its worker processes use of the machine, for the front end to show.
@NullMarked
package io.github.heddle.kernel.usage;

import org.jspecify.annotations.NullMarked;
