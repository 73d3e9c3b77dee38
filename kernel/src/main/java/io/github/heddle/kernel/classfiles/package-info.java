/// The class files that the compiler reads: of the JDK, of the kernel's jar, and of what a notebook
/// added.
@NullMarked
package io.github.heddle.kernel.classfiles;

import org.jspecify.annotations.NullMarked;
