/// The kernelspec: where Jupyter looks for it, what it says, and how it gets there.
@NullMarked
package io.github.heddle.kernel.install;

import org.jspecify.annotations.NullMarked;
