package io.github.heddle.kernel.evaluation;

import java.util.List;

/// What could stand between two places of the code, UTF-16 indices.
public record Completions(int start, int end, List<Completion> completions) {
  public Completions {
    completions = List.copyOf(completions);
  }

  /// One of them.
  ///
  /// @param text what replaces the code between the two places
  /// @param type a word of the front end's vocabulary: `function`, `class`, `instance`, `keyword`,
  ///   `module`, `magic`
  /// @param signature shown beside it, or empty
  public record Completion(String text, String type, String signature) {}
}
