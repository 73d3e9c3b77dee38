package io.github.heddle.picture;

/// What the tables are written in: elements and attributes that notebooks do not strip. Cells carry
/// their style, as notebooks have one of their own for them, and are not closed, as HTML asks for
/// no more: a cell ends where the next one begins.
final class Markup {
  private static final String STYLE = "text-align:left;padding:2px 8px";

  private Markup() {}

  /// A cell.
  ///
  /// @param content HTML
  static String cell(String content) {
    return "<td style='" + STYLE + "'>" + content;
  }

  /// The cell of a heading.
  static String header(String name) {
    return "<th style='" + STYLE + "'>" + escaped(name);
  }

  /// The cell of a name, which is paler than what it names and tells on hover what that is.
  static String named(String name, String definition) {
    return "<td style='%s;opacity:.75' title='%s'>%s"
        .formatted(STYLE, escaped(definition), unbroken(name));
  }

  /// Text as HTML.
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  /// Text as HTML that stays in one line.
  static String unbroken(String text) {
    return escaped(text).replace(' ', '\u00A0');
  }
}
