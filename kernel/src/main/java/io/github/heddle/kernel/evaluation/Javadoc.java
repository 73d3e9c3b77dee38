package io.github.heddle.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Documentation comments as Markdown. Pure.
final class Javadoc {
  private static final Pattern SNIPPET = Pattern.compile("\\{@snippet[^:{}]*:");
  private static final Pattern PRE =
      Pattern.compile(
          "(?:<blockquote>\\s*)?<pre[^>]*>(?:\\s*<code>)?(?<literal>\\s*\\{@code)?(?<code>.*?)(?:</code>\\s*)?</pre>(?:\\s*</blockquote>)?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile("\\{@(?:code|literal|value)\\s+(?<code>(?:[^{}]++|\\{[^{}]*})*+)}");
  private static final Pattern LINK =
      Pattern.compile(
          "\\{@(?:link|linkplain)\\s+#?(?<code>[^{}\\s(]+(?:\\([^{})]*\\))?)(?:\\s+([^{}]*))?}");
  private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

  /// Marks the place of code that is set aside: nothing in it is markup.
  private static final Pattern ASIDE = Pattern.compile("\u0001(\\d+)\u0001");

  private final List<String> aside = new ArrayList<>();

  private Javadoc() {}

  static String markdown(String comment) {
    return new Javadoc().convert(comment);
  }

  private String convert(String comment) {
    String text = PRE.matcher(withoutSnippets(comment)).replaceAll(this::preformatted);
    text = CODE.matcher(text).replaceAll(this::inline);
    text = LINK.matcher(text).replaceAll(this::inline);
    text = text.replaceAll("(?i)<p>|</p>|<br */?>", "\n\n").replaceAll("(?i)<li>", "\n- ");
    text = text.replaceAll("(?i)</?(?:b|strong)>", "**").replaceAll("(?i)</?(?:i|em)>", "*");
    text = text.replaceAll("(?i)</?(?:code|tt)>", "`").replaceAll("<[^>]*>", "");
    text = TAG.matcher(text).replaceAll("\n\n**$1** ");
    text = characters(text).replaceAll("\\n[ \\t]+", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    return ASIDE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(aside.get(Integer.parseInt(found.group(1)))));
  }

  /// A snippet ends at the brace that matches its own.
  private String withoutSnippets(String comment) {
    Matcher found = SNIPPET.matcher(comment);
    if (!found.find()) {
      return comment;
    }
    int end = found.end();
    for (int open = 1; open > 0 && end < comment.length(); end++) {
      char here = comment.charAt(end);
      open += here == '{' ? 1 : here == '}' ? -1 : 0;
    }
    String code = comment.substring(found.end(), Math.max(found.end(), end - 1));
    return comment.substring(0, found.start())
        + block(code)
        + withoutSnippets(comment.substring(end));
  }

  private String inline(MatchResult found) {
    return setAside("`" + found.group("code").strip() + "`");
  }

  /// Inside a code tag nothing is markup, not even here.
  private String preformatted(MatchResult found) {
    String code = found.group("code");
    return block(
        found.group("literal") == null
            ? characters(code.replaceAll("</?[a-zA-Z][^>]*>", ""))
            : code.replaceAll("}\\s*\\z", ""));
  }

  private String block(String code) {
    return "\n\n"
        + setAside("```java\n" + code.stripTrailing().stripIndent().strip() + "\n```")
        + "\n\n";
  }

  private String setAside(String code) {
    aside.add(code);
    return "\u0001" + (aside.size() - 1) + "\u0001";
  }

  private static String characters(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
