package io.github.heddle.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.Place;
import io.github.heddle.trace.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceEventsTest {
  private static List<JsonNode> events(SampleRun... runs) throws JsonProcessingException {
    List<Recorded> recorded =
        Stream.of(runs).map(run -> new Recorded(run.plan(), run.trace())).toList();
    JsonNode file = new ObjectMapper().readTree(Format.JSON.text(recorded));
    assertThat(file.get("displayTimeUnit").asText()).isEqualTo("ms");
    return file.get("traceEvents").valueStream().toList();
  }

  private static List<JsonNode> inPhase(String phase, List<JsonNode> events) {
    return events.stream().filter(event -> event.get("ph").asText().equals(phase)).toList();
  }

  private static List<String> texts(List<JsonNode> events, String pointer) {
    return events.stream().map(event -> event.at(pointer).asText()).toList();
  }

  @Test
  void everyLaneIsANamedThread() throws JsonProcessingException {
    List<JsonNode> names = inPhase("M", events(SampleRuns.locked()));

    assertThat(texts(names, "/args/name"))
        .contains("threads", "thread-1", "thread-2", "thread-3", "thread-4");
  }

  @Test
  void slicesAreCompleteEventsInMicroseconds() throws JsonProcessingException {
    List<JsonNode> states =
        inPhase("X", events(SampleRuns.locked())).stream()
            .filter(event -> event.get("cat").asText().equals("state"))
            .filter(event -> event.get("tid").asInt() == 2)
            .toList();

    assertThat(texts(states, "/name")).containsExactly("waiting for a lock", "running");
    assertThat(states.get(1).get("ts").asDouble()).isEqualTo(100_000);
    assertThat(states.get(1).get("dur").asDouble()).isEqualTo(100_000);
    assertThat(states.get(1).at("/args/task").asInt()).isEqualTo(1);
    assertThat(states.get(1).at("/args/state").asText()).isEqualTo("running");
  }

  @Test
  void nanosecondsAreKept() throws JsonProcessingException {
    SampleRun run =
        SampleRun.of(1, 1)
            .whole(0, 0, io.github.heddle.trace.State.RUNNING, 1.000_001, 60_000.000_002);
    JsonNode event = inPhase("X", events(run)).getLast();

    assertThat(event.get("ts").decimalValue()).isEqualByComparingTo("1000.001");
    assertThat(event.get("dur").decimalValue()).isEqualByComparingTo("59999000.001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oversubscribed", "io", "failed", "million", "started", "wide"})
  void eventsOfAThreadLieInsideOfEachOtherOrApart(String name) throws JsonProcessingException {
    Map<Integer, List<JsonNode>> threads =
        inPhase("X", events(SampleRuns.named(name))).stream()
            .collect(Collectors.groupingBy(event -> event.get("tid").asInt()));

    assertThat(threads).isNotEmpty();
    threads.values().forEach(TraceEventsTest::assertNested);
  }

  /// In the order of the file, each event begins after the one before, and ends inside of those
  /// that are still open.
  private static void assertNested(List<JsonNode> events) {
    Deque<Double> ends = new ArrayDeque<>();
    for (JsonNode event : events) {
      double start = event.get("ts").asDouble();
      double end = start + event.get("dur").asDouble();
      while (!ends.isEmpty() && ends.peek() <= start + 1e-4) {
        ends.pop();
      }
      assertThat(ends).allSatisfy(outer -> assertThat(end).isLessThanOrEqualTo(outer + 1e-4));
      ends.push(end);
    }
  }

  @Test
  void timeBeginsWithTheEarliestMoment() throws JsonProcessingException {
    List<JsonNode> slices =
        inPhase("X", events(SampleRuns.started(), SampleRuns.locked())).stream()
            .filter(event -> event.get("cat").asText().equals("state"))
            .toList();

    assertThat(slices).allMatch(event -> event.get("ts").asDouble() >= 0);
    assertThat(slices.getFirst().get("ts").asDouble()).isZero();
    assertThat(slices.getLast().get("pid").asInt()).isEqualTo(2);
    assertThat(slices.getLast().get("ts").asDouble()).isEqualTo(180_000 + 300_000);
  }

  @Test
  void coresAreCounters() throws JsonProcessingException {
    List<JsonNode> counters = inPhase("C", events(SampleRuns.started()));

    assertThat(texts(counters, "/name")).containsOnly("core 0", "core 1");
    assertThat(counters.getFirst().at("/args/this run").asDouble()).isEqualTo(0.9);
    assertThat(counters.getLast().at("/args/this run").asDouble()).isZero();
  }

  @Test
  void memoryOfEachProcessIsACounterToo() throws JsonProcessingException {
    List<JsonNode> counters =
        inPhase("C", events(SampleRuns.memory())).stream()
            .filter(event -> event.get("name").asText().startsWith("memory"))
            .toList();

    assertThat(texts(counters, "/name"))
        .contains("memory of kernel (MB)", "memory of process-2 (pid 4712) (MB)");
    assertThat(counters.getFirst().at("/args/resident set").asDouble()).isEqualTo(182);
    assertThat(counters.getFirst().at("/args/objects on the heap").asDouble()).isEqualTo(31);
  }

  @Test
  void workerProcessesAreProcesses() throws JsonProcessingException {
    List<JsonNode> events = events(SampleRuns.locked().model("processes"));

    assertThat(inPhase("X", events))
        .extracting(event -> event.get("pid").asInt())
        .containsOnly(2, 3, 4, 5);
  }

  @Test
  void failuresAreMoments() throws JsonProcessingException {
    assertThat(inPhase("i", events(SampleRuns.failed()))).hasSize(3);
  }

  @Test
  void tableHasALineForEachSlice() {
    SampleRun run = SampleRuns.locked();
    List<String> lines =
        Format.CSV.text(List.of(new Recorded(run.plan(), run.trace()))).lines().toList();

    assertThat(lines).hasSize(1 + run.trace().slices().size());
    assertThat(lines.getFirst()).isEqualTo("model,lane,task,tasks,state,start_ns,end_ns,place");
    assertThat(lines).contains("threads,thread-2,1,1,waiting for a lock,0,100000000,");
  }

  @Test
  void slicesSayInWhichLineTheyWereSeen() throws JsonProcessingException {
    SampleRun run =
        SampleRun.of(1, 1).whole(0, 0, State.RUNNING, 0, 100).seenAt(3, Place.Seen.ALWAYS);

    assertThat(Format.CSV.text(List.of(new Recorded(run.plan(), run.trace()))))
        .contains("running,0,100000000,\"cell 7, line 3\"\n");
    assertThat(inPhase("X", events(run)))
        .filteredOn(event -> event.get("cat").asText().equals("state"))
        .allSatisfy(event ->
            assertThat(event.get("args").get("place").asText()).isEqualTo("cell 7, line 3"));
  }

  @Test
  void slicesOfNoCertainTaskNameNone() throws JsonProcessingException {
    SampleRun run =
        SampleRun.of(1, 1)
            .slice(0, 0, State.RUNNING, 0, 100)
            .folded(0, 0, 0, State.RUNNING, 100, 200);

    assertThat(Format.CSV.text(List.of(new Recorded(run.plan(), run.trace()))))
        .contains("thread-1,,0,running,100000000,200000000,");
    List<JsonNode> spans = inPhase("X", events(run));
    assertThat(texts(spans, "/name"))
        .containsExactly("task 0", "running", "tasks, not known which", "running");
    assertThat(spans)
        .extracting(event -> event.at("/args").has("task"))
        .containsExactly(true, true, false, false);
  }

  @Test
  void whatWouldBreakATableIsQuoted() {
    SampleRun run = SampleRuns.locked().model("a,\"b\"");

    assertThat(Format.CSV.text(List.of(new Recorded(run.plan(), run.trace()))))
        .contains("\"a,\"\"b\"\"\",thread-1,0,1,running");
  }

  @Test
  void endingSaysTheFormat() {
    assertThat(Format.of("a/b.JSON")).contains(Format.JSON);
    assertThat(Format.of("b.csv")).contains(Format.CSV);
    assertThat(Format.of("json")).isEmpty();
  }
}
