package io.github.heddle.plan;

import java.time.Duration;
import java.util.Optional;

/// What a run will do, all defaults filled in and everything checked.
///
/// @param model the model's name, such as `threads`
/// @param tasks how many tasks there are, 0 where there is no element
/// @param workers how many workers run them, at least 1
/// @param timeout when the whole run is ended, counted from the first task submitted
public record Plan(
    String model, int tasks, int workers, Optional<Duration> timeout, OnError onError) {}
