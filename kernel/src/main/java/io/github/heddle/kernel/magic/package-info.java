/// Everyday magics: `%maven`, `%classpath`, `%time` and `%%time`, `%magics`. They get what they
/// need in their constructors and own no threads.
@NullMarked
package io.github.heddle.kernel.magic;

import org.jspecify.annotations.NullMarked;
