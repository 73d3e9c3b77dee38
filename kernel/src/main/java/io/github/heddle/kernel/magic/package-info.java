/// Everyday magics: `%maven`, `%classpath`, `%load`, `%who`, `%env`, `%time` and `%timeit` (also
/// over cells), `%stop`, `%magics`. They get what they need in their constructors and own no
/// threads.
@NullMarked
package io.github.heddle.kernel.magic;

import org.jspecify.annotations.NullMarked;
