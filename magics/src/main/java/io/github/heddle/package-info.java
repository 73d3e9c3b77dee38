/// The public API: work run under a concurrency model, and what came of it.
@NullMarked
package io.github.heddle;

import org.jspecify.annotations.NullMarked;
