/// Pixels: a canvas of few colours, glyphs drawn beforehand, a writer of PNG files. Pure; needs
/// neither java.desktop nor fonts of the machine.
@NullMarked
package io.github.heddle.picture.raster;

import org.jspecify.annotations.NullMarked;
