/// The Jupyter kernel.
@NullMarked
package io.github.heddle.kernel;

import org.jspecify.annotations.NullMarked;
