/// How tasks are run: one class for each concurrency model. Owns the threads that run tasks.
@NullMarked
package io.github.heddle.model;

import org.jspecify.annotations.NullMarked;
