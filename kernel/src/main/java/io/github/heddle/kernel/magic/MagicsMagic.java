package io.github.heddle.kernel.magic;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/// `%magics`: every magic on a line, with what it does.
///
/// @param registry what is listed, those that a library added included
/// @param summaries what a magic does, by its name with percent signs
public record MagicsMagic(
    MagicsRegistry registry, Function<String, Optional<String>> summaries, Consumer<String> say) {
  /// Prints the list.
  public void list() {
    Set<String> names = new TreeSet<>();
    registry.getLineMagicNames().forEach(name -> names.add("%" + name));
    registry.getCellMagicNames().forEach(name -> names.add("%%" + name));
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    say.accept(
        names.stream()
            .map(name -> (pad(name, width) + summaries.apply(name).orElse("")).stripTrailing())
            .collect(Collectors.joining("\n")));
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length() + 2);
  }
}
