package io.github.heddle.kernel.evaluation;

/// Signature and documentation of an element of the code, as plain text and as Markdown.
public record Inspection(String text, String markdown) {}
