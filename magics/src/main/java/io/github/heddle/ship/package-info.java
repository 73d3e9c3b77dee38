/// What has to be sent so that a body can run in another process: its classes, the variables it
/// reaches, its elements, and what comes back.
@NullMarked
package io.github.heddle.ship;

import org.jspecify.annotations.NullMarked;
