/// A report becomes Vega-Lite, PNG and text, in one MIME bundle. Pure.
@NullMarked
package io.github.heddle.picture;

import org.jspecify.annotations.NullMarked;
