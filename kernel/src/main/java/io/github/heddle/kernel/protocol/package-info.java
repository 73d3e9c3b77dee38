/// One handler for each kind of request a front end sends.
@NullMarked
package io.github.heddle.kernel.protocol;

import org.jspecify.annotations.NullMarked;
