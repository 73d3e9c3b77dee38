/// What is to be done (a body, its elements) and what came of it (outcomes). Pure.
@NullMarked
package io.github.heddle.task;

import org.jspecify.annotations.NullMarked;
