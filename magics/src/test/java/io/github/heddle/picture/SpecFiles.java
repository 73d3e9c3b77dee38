package io.github.heddle.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import io.github.heddle.report.Report;
import io.github.heddle.report.SampleComparisons;
import io.github.heddle.report.SampleRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

/// Writes what every sample run looks like into a folder, for the eye and for other programs.
public final class SpecFiles {
  private SpecFiles() {}

  static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    writeComparisons(folder);
    TimingPicture.of(TimingPictureTest.TIMING)
        .data()
        .forEach((type, value) -> write(folder, "timing", type, value));
    TimingPicture.of(TimingPictureTest.WITH_OUTLIERS)
        .data()
        .forEach((type, value) -> write(folder, "timing-outliers", type, value));
    writeModels(folder);
    SampleRuns.all()
        .forEach((name, run) -> {
          for (Bundle bundle : Pictures.of(run.report(), EnumSet.allOf(Part.class))) {
            String stem = bundle.data().containsKey("text/html") ? name + "-numbers" : name;
            bundle.data().forEach((type, value) -> write(folder, stem, type, value));
          }
        });
  }

  /// Every model with every part alone, of runs that end in every way.
  private static void writeModels(Path folder) {
    for (String model : List.of("sequential", "async", "virtual", "threads", "processes")) {
      for (String name : List.of("io", "failed", "interrupted", "wide", "crowd", "elements-many")) {
        for (Part part : Part.values()) {
          Report report = SampleRuns.named(name).model(model).report();
          Pictures.of(report, EnumSet.of(part)).getFirst().data().entrySet().stream()
              .filter(each -> each.getKey().equals(Pictures.VEGA_LITE))
              .forEach(each ->
                  write(
                      folder,
                      model + "-" + part + "-" + name,
                      Pictures.VEGA_LITE,
                      each.getValue()));
        }
      }
    }
  }

  private static void writeComparisons(Path folder) {
    SampleComparisons.all()
        .forEach((name, versus) -> {
          for (Bundle bundle : Pictures.of(versus, true)) {
            String stem = bundle.data().containsKey("text/html") ? name + "-numbers" : name;
            bundle.data().forEach((type, value) -> write(folder, stem, type, value));
          }
        });
  }

  private static void write(Path folder, String stem, String type, Object value) {
    try {
      Files.write(folder.resolve(stem + extension(type)), bytes(type, value));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String extension(String type) {
    return switch (type) {
      case Pictures.VEGA_LITE -> ".vegalite.json";
      case "image/png" -> ".png";
      case "text/html" -> ".html";
      default -> ".txt";
    };
  }

  private static byte[] bytes(String type, Object value) {
    if (type.equals("image/png")) {
      return Base64.getDecoder().decode((String) value);
    }
    return (value instanceof String text ? text : new Gson().toJson(value)).getBytes(UTF_8);
  }
}
