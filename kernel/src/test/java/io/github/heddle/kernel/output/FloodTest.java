package io.github.heddle.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FloodTest {
  private static final Pattern FILE = Pattern.compile("the rest goes to (.*)]");

  private final Flood flood = new Flood(10);

  @Test
  void lessThanTheBoundIsShownAsItIs() {
    assertThat(flood.through("ab\n")).contains("ab\n");
    assertThat(flood.through("cd\n")).contains("cd\n");
  }

  @Test
  void theBoundIsReachedWithItsLastCharacter() throws IOException {
    assertThat(flood.through("123456789")).contains("123456789");
    String last = flood.through("0").orElseThrow();
    assertThat(last).startsWith("0\n[10 characters are shown; ");
    assertThat(flood.through("1")).isEmpty();
    Files.delete(named(last));
  }

  @Test
  void theRestStandsInTheFileThatTheLastLineNames() throws IOException {
    assertThat(flood.through("first\n")).contains("first\n");
    String last = flood.through("second\n").orElseThrow();
    assertThat(last).startsWith("second\n").contains("13 characters");
    assertThat(flood.through("third ä\n")).isEmpty();
    assertThat(flood.through("fourth\n")).isEmpty();
    Path file = named(last);
    assertThat(Files.readString(file)).isEqualTo("third ä\nfourth\n");
    Files.delete(file);
  }

  @Test
  void aFileThatIsGoneHarmsNobody() throws IOException {
    Files.delete(named(flood.through("more than ten\n").orElseThrow()));
    assertThat(flood.through("next\n")).isEmpty();
    assertThat(flood.through("and next\n")).isEmpty();
  }

  private static Path named(String line) {
    Matcher matcher = FILE.matcher(line);
    assertThat(matcher.find()).isTrue();
    return Path.of(matcher.group(1));
  }
}
