/// Who printed it: lines of any thread go to the cell that started it; batched, bounded, lossless.
@NullMarked
package io.github.heddle.kernel.output;

import org.jspecify.annotations.NullMarked;
