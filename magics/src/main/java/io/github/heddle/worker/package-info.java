/// The worker process: how it is started, what it is told and what it says, how it runs tasks, how
/// started ones are kept, and how they end. Owns the threads of both ends.
@NullMarked
package io.github.heddle.worker;

import org.jspecify.annotations.NullMarked;
