package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import java.util.ArrayList;
import java.util.List;

/// The text of a snippet as the compiler sees it, and where each part of it stands in the cell.
/// Text that was inserted and does not stand in the cell counts as belonging to the part before it.
///
/// @param source what errors call it
/// @param parts in the order of the text, at least one
record SnippetText(String source, String text, List<Part> parts) {
  /// A stretch of the text that stands in the cell as it is.
  record Part(int start, int end, Position at) {}

  SnippetText {
    parts = List.copyOf(parts);
  }

  /// A snippet that stands in the cell as it is.
  static SnippetText of(String name, Fragment source) {
    return new Builder(name).add(source).build();
  }

  /// Where in the cell the character with this index stands.
  Position at(int index) {
    Part part = partAt(index);
    return Places.advance(
        part.at(), text, part.start(), Math.clamp(index, part.start(), part.end()));
  }

  private Part partAt(int index) {
    Part found = parts.getFirst();
    for (Part part : parts) {
      if (part.start() <= index) {
        found = part;
      }
    }
    return found;
  }

  /// Puts a text together.
  static final class Builder {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    /// @param name what errors call it
    Builder(String name) {
      this.name = name;
    }

    /// Text of the cell.
    Builder add(Fragment source) {
      int start = text.length();
      text.append(source.text());
      parts.add(new Part(start, text.length(), source.at()));
      return this;
    }

    /// Text that does not stand in the cell.
    Builder insert(String inserted) {
      text.append(inserted);
      return this;
    }

    SnippetText build() {
      return new SnippetText(name, text.toString(), parts);
    }
  }
}
