package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import java.util.List;
import java.util.Map;

/// What stands above a picture, in lines that fit it. On a page too narrow for the picture, the
/// picture becomes narrower when it is drawn, and the lines shorter.
///
/// Views below each other have no width that follows the page in Vega-Lite. But where all of them
/// are equally wide, that is one signal `width` in what becomes of it in Vega, and a parameter of
/// this name says how it is computed.
record Heading(String headline, List<String> lines) {
  private static final int TITLE_CHARACTERS = 100;
  private static final int SUBTITLE_CHARACTERS = 116;

  /// What else a notebook has beside the bars on a narrow page: its margins and the names of rows.
  private static final int BESIDE = 270;

  /// On a page of this width and more JupyterLab has bars at its sides.
  private static final int WITH_SIDES = 760;

  private static final int BESIDE_WITH_SIDES = 340;

  /// On a page like that of a telephone.
  private static final int NARROW = 300;

  /// As wide as is of any use.
  private static final int NARROWEST = 140;

  Heading {
    lines = List.copyOf(lines);
  }

  /// The parameters of a specification that has this as its title.
  static List<Map<String, Object>> params() {
    String width =
        ("isFinite(windowSize()[0]) ? clamp(windowSize()[0]"
                + " - (windowSize()[0] < %d ? %d : %d), %d, %d) : %5$d")
            .formatted(WITH_SIDES, BESIDE, BESIDE_WITH_SIDES, NARROWEST, Scene.WIDTH);
    return List.of(object("name", "width", "expr", width));
  }

  /// The title, as it is where the picture is wide.
  Map<String, Object> title() {
    return object(
        "text", wrapped(List.of(headline), TITLE_CHARACTERS),
        "subtitle", wrapped(lines, SUBTITLE_CHARACTERS),
        "anchor", "start",
        "fontSize", 14,
        "subtitleFontSize", 12,
        "subtitlePadding", 4,
        "offset", 10);
  }

  /// A line that goes on in the next one ends with the space that stood there.
  private static List<String> wrapped(List<String> text, int characters) {
    return text.stream()
        .map(line -> String.join(" \n", Wrapping.lines(line, characters)))
        .flatMap(String::lines)
        .toList();
  }

  /// What vega-embed, which notebooks use, does to what becomes of the specification in Vega: the
  /// lines of the title are computed from those of the wide picture, which Vega-Lite could do only
  /// for the headline, and if they were there twice. It draws with elements of the page, whose text
  /// and lines in the colour of text follow the theme also when that changes.
  static Map<String, Object> usermeta() {
    List<Map<String, Object>> patch =
        List.of(
            object("op", "add", "path", "/signals/0", "value", object("name", "wide")),
            object("op", "copy", "from", "/title", "path", "/signals/0/value"),
            object("op", "add", "path", "/title/text", "value", shown("wide.text", 8)),
            object("op", "add", "path", "/title/subtitle", "value", shown("wide.subtitle", 6)));
    return object("embedOptions", object("renderer", "svg", "patch", patch));
  }

  /// @param lines the expression of those in the wide picture
  /// @param pixels of a character, on average
  private static Map<String, Object> shown(String lines, int pixels) {
    String expression =
        ("width == %d ? %s : split(trim(replace(replace(replace(join(%2$s, '\\n'), / \\n/g, ' '),"
                + " regexp('(.{1,' + floor((width + 100) / %d) + '})( |$)', 'gm'), '$1\\n'),"
                + " /\\n+/g, '\\n')), '\\n')")
            .formatted(Scene.WIDTH, lines, pixels);
    return object("signal", expression);
  }

  /// A text that is another one where the picture is narrow.
  static Map<String, Object> narrowOr(String narrow, String usual) {
    return object("expr", "width < %d ? %s : %s".formatted(NARROW, narrow, usual));
  }

  /// How many entries of a legend stand beside each other.
  static Map<String, Object> legendColumns() {
    return object("expr", "width < " + NARROW + " ? 1 : width < 500 ? 2 : 6");
  }
}
