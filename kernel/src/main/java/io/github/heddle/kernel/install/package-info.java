/// The kernelspec.
@NullMarked
package io.github.heddle.kernel.install;

import org.jspecify.annotations.NullMarked;
