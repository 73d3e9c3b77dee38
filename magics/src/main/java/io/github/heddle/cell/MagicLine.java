package io.github.heddle.cell;

import java.util.List;

/// The first line of a cell that names a magic: `%%threads -n 8`.
///
/// @param name the magic's name without percent signs
/// @param at where the percent signs begin
/// @param arguments the words after the name
public record MagicLine(String name, Position at, List<Argument> arguments) {
  public MagicLine {
    arguments = List.copyOf(arguments);
  }
}
