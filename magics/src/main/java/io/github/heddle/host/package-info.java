/// The little that the magics need from the kernel they run in.
@NullMarked
package io.github.heddle.host;

import org.jspecify.annotations.NullMarked;
