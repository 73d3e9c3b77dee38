/// Code as it stands in cells, one kind that the JIT compiler treats in its own way per class. It
/// is loaded twice, woven and plain.
@NullMarked
package io.github.heddle.bench.workload;

import org.jspecify.annotations.NullMarked;
