/// The text of a cell: its magic line, its body, positions in it, and what is wrong at them. Pure.
@NullMarked
package io.github.heddle.cell;

import org.jspecify.annotations.NullMarked;
