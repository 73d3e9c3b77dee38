/// What was recorded of a run: lanes, tasks, slices, core use, counters. Pure data, no clock, no
/// threads.
@NullMarked
package io.github.heddle.trace;

import org.jspecify.annotations.NullMarked;
