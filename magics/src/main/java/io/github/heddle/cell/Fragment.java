package io.github.heddle.cell;

/// A piece of a cell's text and where in the cell it begins.
public record Fragment(String text, Position at) {}
