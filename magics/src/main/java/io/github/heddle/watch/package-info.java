/// Looks at runs while they last. Owns one thread.
@NullMarked
package io.github.heddle.watch;

import org.jspecify.annotations.NullMarked;
