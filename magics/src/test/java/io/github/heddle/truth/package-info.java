/// Workloads that know what they did: each step of a task reads the clocks before and after, and
/// what a report says of the run is held against that. Where the machine stands still, that is part
/// of what happened and both have to say so.
@NullMarked
package io.github.heddle.truth;

import org.jspecify.annotations.NullMarked;
