package io.github.heddle.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// `%load FILE`: runs the code of a notebook, a Java file or a JShell script in this session, so
/// that what it declares is there.
public final class LoadMagic {
  private static final String KINDS = "%load reads notebooks (.ipynb), .java and .jsh files";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
  private static final Pattern COMMAND = Pattern.compile("(?m)^/(?![/*])(?<command>\\S*).*$");

  private final Loading loading;
  private final Consumer<String> say;
  private final Set<Path> underWay = ConcurrentHashMap.newKeySet();

  /// @param say prints a line under the cell
  public LoadMagic(Loading loading, Consumer<String> say) {
    this.loading = loading;
    this.say = say;
  }

  /// A piece of a file, and what errors call it.
  private record Part(String name, String text) {}

  /// Runs the file that the words of the line name.
  public void load(List<String> words) throws LoadFailed {
    if (words.size() != 1) {
      throw new IllegalArgumentException("name one file: " + KINDS);
    }
    Path file = Path.of(words.getFirst()).toAbsolutePath().normalize();
    if (!underWay.add(file)) {
      throw new IllegalArgumentException(file.getFileName() + " loads itself");
    }
    try {
      run(file);
    } finally {
      underWay.remove(file);
    }
  }

  private void run(Path file) throws LoadFailed {
    String name = file.getFileName().toString();
    List<Part> parts = parts(name, text(file));
    for (Part part : parts) {
      loading.run(part.name(), part.text());
    }
    String cells = parts.size() == 1 ? "1 cell" : parts.size() + " cells";
    say.accept("loaded " + name + (name.endsWith(".ipynb") ? ": " + cells + " of code" : ""));
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder: name a file in it");
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file.getFileName() + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    }
  }

  private static List<Part> parts(String name, String text) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "ipynb" -> cells(name, text);
      case "java" -> List.of(new Part(name, blanked(PACKAGE, text)));
      case "jsh", "jshell" -> List.of(new Part(name, withoutCommands(name, text)));
      default -> throw new IllegalArgumentException(KINDS + ", not " + name);
    };
  }

  /// What is taken out leaves its lines behind, so that errors keep theirs.
  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static String withoutCommands(String name, String text) {
    COMMAND
        .matcher(text)
        .results()
        .map(found -> found.group("command"))
        .filter(command -> !command.startsWith("ex"))
        .findFirst()
        .ifPresent(command -> {
          throw new IllegalArgumentException(
              "%s gives JShell the command /%s, which is no Java".formatted(name, command));
        });
    return blanked(COMMAND, text);
  }

  private static List<Part> cells(String name, String text) {
    try {
      return cells(name, JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException(name + " is no notebook: " + e.getMessage(), e);
    }
  }

  private static List<Part> cells(String name, JsonObject notebook) {
    checkLanguage(name, notebook);
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (JsonElement cell : notebook.getAsJsonArray("cells")) {
      JsonObject content = cell.getAsJsonObject();
      if (content.get("cell_type").getAsString().equals("code")) {
        number++;
        parts.add(new Part(name + ", cell " + number, source(content.get("source"))));
      }
    }
    return parts;
  }

  private static void checkLanguage(String name, JsonObject notebook) {
    if (notebook.get("metadata") instanceof JsonObject metadata
        && metadata.get("kernelspec") instanceof JsonObject kernel
        && kernel.has("language")
        && !kernel.get("language").getAsString().equals("java")) {
      throw new IllegalArgumentException(
          name + " is a notebook in " + kernel.get("language").getAsString() + ", not in Java");
    }
  }

  private static String source(JsonElement source) {
    return source instanceof JsonArray lines
        ? StreamSupport.stream(lines.spliterator(), false)
            .map(JsonElement::getAsString)
            .collect(Collectors.joining())
        : source.getAsString();
  }
}
