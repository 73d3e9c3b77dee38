/// What stop checks cost: measured by JMH, as code of cells meets it.
@NullMarked
package io.github.heddle.bench;

import org.jspecify.annotations.NullMarked;
