/// A trace becomes numbers and a finding. Pure.
@NullMarked
package io.github.heddle.report;

import org.jspecify.annotations.NullMarked;
