package io.github.heddle.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The file of `--save run.json` against what the Trace Event Format asks for, read in the way in
/// which ui.perfetto.dev reads it: times become whole nanoseconds, and an event that ends outside
/// of the one that it began in is dropped.
class PerfettoTest {
  private record Track(int process, int thread) {}

  private record Span(long from, long to) {}

  /// Every run alone, and several in one file, as of a comparison.
  static Stream<List<SampleRun>> files() {
    return Stream.concat(
        SampleRuns.all().values().stream().map(List::of),
        Stream.of(
            List.of(
                SampleRuns.loop(),
                SampleRuns.locked(),
                SampleRuns.locked().model("processes"),
                SampleRuns.started())));
  }

  private static List<JsonNode> events(List<SampleRun> runs) throws JsonProcessingException {
    List<Recorded> recorded =
        runs.stream().map(run -> new Recorded(run.plan(), run.trace())).toList();
    return new ObjectMapper()
        .readTree(Format.JSON.text(recorded))
        .get("traceEvents")
        .valueStream()
        .toList();
  }

  private static Stream<JsonNode> inPhase(String phase, List<JsonNode> events) {
    return events.stream().filter(event -> event.get("ph").asText().equals(phase));
  }

  private static Track track(JsonNode event) {
    return new Track(event.get("pid").intValue(), event.get("tid").intValue());
  }

  /// As the reader does: a number of microseconds, rounded to nanoseconds.
  private static long nanos(JsonNode micros) {
    return Math.round(micros.doubleValue() * 1000);
  }

  private static Span span(JsonNode event) {
    long from = nanos(event.get("ts"));
    return new Span(from, from + nanos(event.get("dur")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEventHasWhatItsPhaseNeeds(List<SampleRun> runs) throws JsonProcessingException {
    List<JsonNode> events = events(runs);

    assertThat(events).isNotEmpty();
    for (JsonNode event : events) {
      assertThat(event.get("name").asText()).isNotEmpty();
      assertThat(event.get("pid").isInt() && event.get("tid").isInt()).isTrue();
      assertThat(event.get("pid").intValue()).as("0 is the idle process").isPositive();
      String phase = event.get("ph").asText();
      assertThat(phase).isIn("M", "X", "C", "i");
      if (!phase.equals("M")) {
        assertThat(event.get("ts").isNumber()).isTrue();
        assertThat(event.get("ts").doubleValue()).isNotNegative();
      }
      switch (phase) {
        case "X" -> assertThat(event.get("dur").doubleValue()).isNotNegative();
        case "i" -> assertThat(event.get("s").asText()).isEqualTo("t");
        case "C" ->
            assertThat(event.get("args").valueStream().toList())
                .isNotEmpty()
                .allMatch(JsonNode::isNumber);
        default -> assertThat(event.get("args").size()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTrackHasOneNameAndAProcessWithOne(List<SampleRun> runs) throws JsonProcessingException {
    List<JsonNode> events = events(runs);
    List<Track> threads =
        inPhase("M", events)
            .filter(event -> event.get("name").asText().equals("thread_name"))
            .map(PerfettoTest::track)
            .toList();
    List<Integer> processes =
        inPhase("M", events)
            .filter(event -> event.get("name").asText().equals("process_name"))
            .map(event -> event.get("pid").intValue())
            .toList();
    Set<Track> used =
        Stream.concat(inPhase("X", events), inPhase("i", events))
            .map(PerfettoTest::track)
            .collect(Collectors.toSet());

    assertThat(threads).doesNotHaveDuplicates().containsAll(used);
    assertThat(processes)
        .doesNotHaveDuplicates()
        .containsAll(events.stream().map(event -> event.get("pid").intValue()).toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void noEventIsDroppedForEndingOutsideOfAnother(List<SampleRun> runs)
      throws JsonProcessingException {
    Map<Track, List<Span>> tracks =
        inPhase("X", events(runs))
            .collect(
                Collectors.groupingBy(
                    PerfettoTest::track,
                    Collectors.mapping(PerfettoTest::span, Collectors.toList())));

    tracks.values().forEach(PerfettoTest::assertNested);
  }

  /// The reader takes events by their beginning, those of one moment in the order of the file.
  private static void assertNested(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Span::from));
    Deque<Span> open = new ArrayDeque<>();
    for (Span span : sorted) {
      while (!open.isEmpty() && open.peek().to <= span.from) {
        open.pop();
      }
      assertThat(open).allSatisfy(outer -> assertThat(span.to).isLessThanOrEqualTo(outer.to));
      open.push(span);
    }
  }
}
