package io.github.heddle.kernel.magic;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// `%maven group:artifact:version...`: uses libraries from Maven Central, or from another
/// repository with `--repo URL`, with all that they depend on.
///
/// @param userFolder `~/.m2`: settings, and what Maven downloaded where these say nothing else
/// @param addToClassPath takes the jars
/// @param later gets the sources of the libraries, for inspection, while the cell goes on
/// @param words what it says
public record MavenMagic(
    Path userFolder,
    Consumer<List<Path>> addToClassPath,
    Consumer<Supplier<List<Path>>> later,
    Words words) {
  private static final String USAGE =
      "%maven [--repo URL] group:artifact:version..., such as %maven"
          + " com.google.guava:guava:33.6.0-jre";

  /// Under the cell.
  ///
  /// @param say prints a line
  /// @param progress makes a line of which each text takes the place of the one before
  public record Words(Consumer<String> say, Supplier<Consumer<String>> progress) {}

  /// Adds what the words of the line name.
  public void add(List<String> arguments) throws UnresolvedLibraryException {
    List<String> libraries = new ArrayList<>(arguments);
    Optional<URI> repository = repositoryIn(libraries);
    if (libraries.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    libraries.forEach(MavenMagic::check);
    Libraries known = new Libraries(MavenSettings.in(userFolder), repository, words.progress.get());
    List<Path> jars = known.jarsOf(libraries);
    addToClassPath.accept(jars);
    words.say.accept(summary(libraries.size(), jars.size()));
    later.accept(() -> sources(known, libraries));
  }

  private static List<Path> sources(Libraries known, List<String> libraries) {
    try {
      return known.sourcesOf(libraries);
    } catch (UnresolvedLibraryException goneMeanwhile) {
      return List.of();
    }
  }

  /// Takes `--repo URL` out of the words.
  private static Optional<URI> repositoryIn(List<String> words) {
    int option = words.indexOf("--repo");
    if (option < 0) {
      return Optional.empty();
    }
    if (option + 1 == words.size()) {
      throw new IllegalArgumentException("--repo needs a URL: " + USAGE);
    }
    words.remove(option);
    return Optional.of(URI.create(words.remove(option)));
  }

  private static void check(String library) {
    if (!library.matches("[^:\\s-][^:\\s]*(:[^:\\s]+){2,4}")) {
      throw new IllegalArgumentException("not a library: " + library + "; use " + USAGE);
    }
  }

  private static String summary(int libraries, int jars) {
    String asked = libraries == 1 ? "1 library" : libraries + " libraries";
    int others = jars - libraries;
    String needs = libraries == 1 ? " that it needs" : " that they need";
    return "added " + asked + (others > 0 ? " and " + others + needs : "");
  }
}
