package io.github.heddle.kernel.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// `%classpath PATH...`: makes the classes of jars and folders visible; a file name may be a
/// pattern, such as `lib/*.jar`.
///
/// @param addToClassPath takes the places, all of which exist
public record ClasspathMagic(Consumer<List<Path>> addToClassPath) {
  /// Adds what the words of the line name.
  public void add(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("name jars or folders after the magic, such as lib/*.jar");
    }
    List<Path> places = new ArrayList<>();
    for (String argument : arguments) {
      places.addAll(placesOf(Path.of(argument).toAbsolutePath().normalize()));
    }
    places.stream()
        .filter(each -> !holdsClasses(each))
        .findFirst()
        .ifPresent(other -> {
          throw new IllegalArgumentException("neither a jar nor a folder: " + other);
        });
    addToClassPath.accept(places);
  }

  private static List<Path> placesOf(Path path) throws IOException {
    if (Files.exists(path)) {
      return List.of(path);
    }
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw nothingAt(path);
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, path.getFileName().toString())) {
      files.forEach(found::add);
    }
    if (found.isEmpty()) {
      throw nothingAt(path);
    }
    return found.stream().sorted().toList();
  }

  private static boolean holdsClasses(Path place) {
    String name = place.getFileName() == null ? "" : place.getFileName().toString();
    return Files.isDirectory(place) || name.endsWith(".jar") || name.endsWith(".zip");
  }

  private static IllegalArgumentException nothingAt(Path path) {
    return new IllegalArgumentException("no jar or folder is there: " + path);
  }
}
