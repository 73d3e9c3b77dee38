/// What was recorded of a run: lanes, tasks, slices, core use, counters; and how the recording, as
/// it was measured, becomes that. No clock, no threads.
@NullMarked
package io.github.heddle.trace;

import org.jspecify.annotations.NullMarked;
