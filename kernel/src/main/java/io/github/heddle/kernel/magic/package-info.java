/// Everyday line and cell magics.
@NullMarked
package io.github.heddle.kernel.magic;

import org.jspecify.annotations.NullMarked;
