package io.github.heddle.ship;

/// A class of the notebook.
///
/// @param name its binary name, such as `REPL.$JShell$11$Point`
/// @param bytes the class file, with the lines of cells and without stop checks
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
public record ClassFile(String name, byte[] bytes) {}
