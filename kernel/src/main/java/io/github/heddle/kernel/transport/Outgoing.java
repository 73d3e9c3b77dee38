package io.github.heddle.kernel.transport;

/// A message and the way it leaves.
public record Outgoing(Channel channel, Message message) {}
