/// Reads what the operating system and the JVM say of threads and cores while a run lasts. Owns one
/// thread.
@NullMarked
package io.github.heddle.sampling;

import org.jspecify.annotations.NullMarked;
