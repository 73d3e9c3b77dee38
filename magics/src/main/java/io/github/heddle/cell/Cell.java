package io.github.heddle.cell;

/// The text of a cell and its number, which is the execution count shown beside it.
public record Cell(int number, String text) {}
