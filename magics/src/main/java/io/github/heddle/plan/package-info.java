/// Options and a body become tasks and limits, validated. Pure.
@NullMarked
package io.github.heddle.plan;

import org.jspecify.annotations.NullMarked;
