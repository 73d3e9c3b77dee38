/// The magics on JJava's extension SPI: the only package that knows JJava.
@NullMarked
package io.github.heddle.jupyter;

import org.jspecify.annotations.NullMarked;
