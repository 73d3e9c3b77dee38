package io.github.heddle.picture;

import io.github.heddle.trace.State;

/// How a state is drawn: a colour of the Okabe–Ito palette and, for those who cannot tell colours
/// apart, a thickness of its own.
///
/// @param rgb the fill
/// @param thickness share of the lane's height
/// @param letter what stands for it in the picture made of characters
/// @param ink the colour of a task's number on it, readable in every theme
/// @param edge the colour of its outline; another one than the fill where that is hardly seen on
///   white
record Look(int rgb, double thickness, char letter, int ink, int edge) {
  static final int BLACK = 0x000000;
  static final int WHITE = 0xFFFFFF;
  static final int OWN = 0x009E73;
  static final int OTHER = 0xB3B3B3;

  /// What a garbage collection left, drawn over what is there: seen on it and on every page.
  static final int KEPT = 0xE69F00;

  /// The rule at which the first task was submitted: seen on white and on black.
  static final int SUBMITTED = 0x808080;

  /// One that is seen well enough without an outline.
  private Look(int rgb, double thickness, char letter, int ink) {
    this(rgb, thickness, letter, ink, rgb);
  }

  static Look of(State state) {
    return switch (state) {
      case RUNNING -> new Look(0x0072B2, 0.80, '█', WHITE);
      case READY -> new Look(0xE69F00, 0.60, '▒', BLACK);
      case WAITING -> new Look(0x56B4E9, 0.45, '·', BLACK);
      case LOCKED -> new Look(0xCC79A7, 0.25, '#', BLACK);
      case STARTING -> new Look(0xF0E442, 0.45, '>', BLACK, 0x8F8500);
      case FAILED -> new Look(0xD55E00, 1.00, '×', WHITE);
    };
  }

  /// Whether its outline has a colour of its own.
  boolean edged() {
    return edge != rgb;
  }

  /// A colour as CSS writes it.
  static String css(int rgb) {
    return "#%06X".formatted(rgb);
  }
}
