package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// A source cut into snippets.
///
/// @param snippets what can be read, in order
/// @param unreadable the rest, from the first snippet on that is no Java
record Pieces(List<Piece> snippets, Optional<Fragment> unreadable) {
  /// One declaration, statement or expression.
  ///
  /// @param openEnded whether it lacks the semicolon it needs, which a cell may leave out at its
  ///   end
  record Piece(Fragment source, boolean openEnded) {
    /// What the compiler is given.
    SnippetText text(String name) {
      // on a line of its own: the source may end with a comment
      return RecordText.addTo(new SnippetText.Builder(name), source)
          .insert(openEnded ? "\n;" : "")
          .build();
    }
  }

  Pieces {
    snippets = List.copyOf(snippets);
  }

  static Pieces of(Fragment source, SourceCodeAnalysis analysis) {
    String text = source.text();
    List<Piece> snippets = new ArrayList<>();
    for (int start = Code.skipBlank(text, 0); start < text.length(); ) {
      String rest = text.substring(start);
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!readable(info) || lacksSemicolonInside(info, rest)) {
        return new Pieces(snippets, Optional.of(Places.part(source, start, text.length())));
      }
      int end = text.length() - info.remaining().length();
      snippets.add(new Piece(Places.part(source, start, end), openEnded(info)));
      start = Code.skipBlank(text, end);
    }
    return new Pieces(snippets, Optional.empty());
  }

  /// Where the last snippet begins, which need not be finished.
  static int lastStart(String text, SourceCodeAnalysis analysis) {
    int start = 0;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(text.substring(start));
      int end = text.length() - info.remaining().length();
      if (!readable(info) || end <= start || end == text.length()) {
        return start;
      }
      start = Code.skipBlank(text, end);
    }
  }

  private static boolean readable(CompletionInfo info) {
    return info.completeness() == Completeness.COMPLETE || openEnded(info);
  }

  private static boolean openEnded(CompletionInfo info) {
    return info.completeness() == Completeness.COMPLETE_WITH_SEMI;
  }

  /// Where a semicolon has to be put in, the analysis drops what follows.
  private static boolean lacksSemicolonInside(CompletionInfo info, String rest) {
    int semicolon = Arrays.mismatch(info.source().toCharArray(), rest.toCharArray());
    return openEnded(info) && semicolon >= 0 && Code.skipBlank(rest, semicolon) < rest.length();
  }
}
