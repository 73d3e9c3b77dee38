package io.github.heddle.cell;

/// One word of a magic line, quotes removed, and where it stands.
public record Argument(String text, Position at, int length) {}
