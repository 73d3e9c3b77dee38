package io.github.heddle.kernel.evaluation;

import java.util.regex.Pattern;

/// Documentation comments as Markdown.
final class Javadoc {
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal|value)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain)\\s+#?([^{}\\s]+)(?:\\s+([^{}]*))?}");
  private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

  private Javadoc() {}

  static String markdown(String comment) {
    String text = CODE.matcher(comment).replaceAll("`$1`");
    text = LINK.matcher(text).replaceAll("`$1`");
    text = text.replaceAll("(?i)<p>|</p>|<br */?>", "\n\n").replaceAll("(?i)<li>", "\n- ");
    text = text.replaceAll("(?i)</?(?:b|strong)>", "**").replaceAll("(?i)</?(?:i|em)>", "*");
    text = text.replaceAll("(?i)</?(?:code|tt)>", "`").replaceAll("<[^>]*>", "");
    text = TAG.matcher(text).replaceAll("\n\n**$1** ");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return text.replaceAll("\\n[ \\t]+", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }
}
