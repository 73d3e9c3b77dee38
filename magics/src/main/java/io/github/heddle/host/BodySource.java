package io.github.heddle.host;

import io.github.heddle.cell.Fragment;
import java.util.Optional;

/// What a magic wants compiled.
///
/// @param body statements; imports may stand on top
/// @param over the expression whose elements the tasks are for
/// @param item the name under which the body sees its element
public record BodySource(Fragment body, Optional<Fragment> over, String item) {}
