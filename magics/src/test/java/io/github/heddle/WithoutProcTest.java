package io.github.heddle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What reports say where there is no `/proc`, as on macOS and Windows: less, and nothing false.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutProcTest {
  private static final Set<String> EXACT = Set.of("async", "virtual");

  /// Two for each model: one whose tasks compute, one whose tasks sleep.
  private List<JsonObject> runs = List.of();

  @BeforeAll
  void runEveryModelInAProcessWithoutIt() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    runs = said.lines().map(line -> new Gson().fromJson(line, JsonObject.class)).toList();
  }

  private static List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> opens =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--add-opens"));
    return Stream.of(
            Stream.of(java, "-Dheddle.proc=/there/is/none"),
            opens,
            Stream.of("-cp", System.getProperty("java.class.path"), WithoutProc.class.getName()))
        .flatMap(words -> words)
        .toList();
  }

  private static String model(JsonObject run) {
    return run.get("model").getAsString();
  }

  private static double number(JsonObject run, String name) {
    return run.get(name).getAsDouble();
  }

  private static List<String> missing(JsonObject run) {
    return List.of(run.get("not measured here").getAsString().split(", ", -1));
  }

  @Test
  void everyModelRunsAndDrawsItsPicture() {
    assertThat(runs).hasSize(10);
    assertThat(runs)
        .allSatisfy(run -> {
          assertThat(number(run, "done")).isEqualTo(4);
          assertThat(number(run, "wall")).isGreaterThanOrEqualTo(60_000_000);
          assertThat(run.get("png").getAsBoolean()).isTrue();
        });
  }

  @Test
  void whatTheJvmMeasuresIsThere() {
    for (int i = 0; i < runs.size(); i += 2) {
      JsonObject computing = runs.get(i);
      JsonObject sleeping = runs.get(i + 1);
      assertThat(number(computing, "CPU")).as(model(computing)).isPositive();
      assertThat(number(computing, "cores used")).isPositive();
      assertThat(number(sleeping, "CPU")).isNotNegative();
      assertThat(number(computing, "memory per task")).isNotNegative();
    }
  }

  @Test
  void whatCannotBeMeasuredIsLeftOutAndNamed() {
    assertThat(runs)
        .allSatisfy(run -> {
          assertThat(run.keySet())
              .doesNotContain("rest of the machine", "voluntary switches", "throttled");
          assertThat(missing(run)).contains("rest of the machine", "switches");
          assertThat(run.has("peak resident")).isNotEqualTo(missing(run).contains("peak resident"));
          assertThat(missing(run).contains("worker memory"))
              .isEqualTo(model(run).equals("processes"));
        });
  }

  @Test
  void statesOfTasksAreKnownOnlyWhereOurSchedulerKnowsThem() {
    assertThat(runs)
        .allSatisfy(run -> {
          boolean exact = EXACT.contains(model(run));
          assertThat(run.has("running")).isEqualTo(exact);
          assertThat(run.has("speed-up")).isEqualTo(exact);
          assertThat(missing(run).contains("states of tasks")).isNotEqualTo(exact);
          assertThat(run.get("text").getAsString().contains("waiting (I/O"))
              .isEqualTo(exact && sleeps(run));
        });
  }

  private boolean sleeps(JsonObject run) {
    return runs.indexOf(run) % 2 == 1;
  }

  @Test
  void rowsOfCoresSayThatTheyAreTheMachines() {
    assertThat(runs)
        .allSatisfy(run -> {
          String text = run.get("text").getAsString();
          String spec = run.get("spec").getAsString();
          assertThat(text)
              .doesNotContainPattern("this run \\d")
              .doesNotContain("rest of the machine");
          assertThat(text.contains("core 0"))
              .isEqualTo(text.contains("machine: this run and all else"));
          assertThat(spec.contains("core 0"))
              .isEqualTo(spec.contains("machine: this run and all else"));
        });
  }
}
