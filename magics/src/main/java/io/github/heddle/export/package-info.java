/// What was recorded of runs as text for other programs: Chrome's and Perfetto's trace events, and
/// tables. Pure; the only package that writes JSON with Jackson.
@NullMarked
package io.github.heddle.export;

import org.jspecify.annotations.NullMarked;
