/// Ending threads that wait where no interrupt reaches them.
@NullMarked
package io.github.heddle.kernel.unblock;

import org.jspecify.annotations.NullMarked;
