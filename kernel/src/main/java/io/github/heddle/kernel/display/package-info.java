/// What notebooks show: their own little library, imported by default, and how values become
/// tables, pictures and text. It knows the library's display data, and the kernel only as a
/// [Screen].
@NullMarked
package io.github.heddle.kernel.display;

import org.jspecify.annotations.NullMarked;
