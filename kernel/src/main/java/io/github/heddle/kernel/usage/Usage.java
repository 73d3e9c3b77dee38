package io.github.heddle.kernel.usage;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the kernel and all processes that it started use.
///
/// @param cpuPercent of one core, since it was asked for before, or since the kernel started
/// @param memoryBytes resident, pages that processes share divided between them; nothing where the
///   system does not tell
/// @param hostCpuPercent of all cores of the machine, whoever uses them; nothing where it is not
///   known yet
/// @param cores how many the kernel may use
public record Usage(
    double cpuPercent,
    OptionalLong memoryBytes,
    OptionalDouble hostCpuPercent,
    int cores,
    HostMemory hostMemory) {}
