package io.github.heddle.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.heddle.trace.CoreUse;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.Lane;
import io.github.heddle.trace.ProcessMemory;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The events of one run: around the slices that a lane spent on the same task in a row an event
/// named after the task, and inside of it the slices, named after their states, which give them
/// their colours.
final class RunEvents {
  private static final String MODEL_OF_MANY_PROCESSES = "processes";

  private static final double MEGABYTE = 1e6;

  private final Recorded run;
  private final long originNanos;
  private final ArrayNode events;

  /// @param originNanos what is time 0 in the file
  /// @param events where they are written
  RunEvents(Recorded run, long originNanos, ArrayNode events) {
    this.run = run;
    this.originNanos = originNanos;
    this.events = events;
  }

  /// Writes them.
  ///
  /// @param firstProcess the number of the first process
  /// @return the number after the last one
  int write(int firstProcess) {
    String model = run.plan().model();
    boolean many = model.equals(MODEL_OF_MANY_PROCESSES);
    name("process_name", firstProcess, 0, model);
    cores(firstProcess);
    run.trace().memory().processes().forEach(memory -> memory(firstProcess, memory));
    run.trace().inFlight().ifPresent(inFlight -> inFlight(firstProcess, inFlight));
    int next = firstProcess + 1;
    for (Lane lane : run.trace().lanes()) {
      int process = many ? next++ : firstProcess;
      if (many) {
        name("process_name", process, 0, model + ": " + lane.name());
      }
      lane(process, lane);
    }
    return next;
  }

  private void lane(int process, Lane lane) {
    int thread = lane.index() + 1;
    name("thread_name", process, thread, lane.name());
    event("M", process, thread)
        .put("name", "thread_sort_index")
        .putObject("args")
        .put("sort_index", lane.index());
    List<Slice> slices =
        run.trace().slices().stream()
            .filter(slice -> slice.lane() == lane.index())
            .sorted(Comparator.comparingLong(Slice::startNanos))
            .toList();
    inRows(slices).forEach(row -> row(process, thread, row));
  }

  /// Cuts the slices of a lane where its task changes.
  private static List<List<Slice>> inRows(List<Slice> slices) {
    List<List<Slice>> rows = new ArrayList<>();
    for (Slice slice : slices) {
      boolean same = !rows.isEmpty() && together(rows.getLast().getLast(), slice);
      if (!same) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(slice);
    }
    return rows;
  }

  private static boolean together(Slice one, Slice next) {
    return one.task() == next.task()
        && one.taskKnown() == next.taskKnown()
        && one.state() != State.FAILED;
  }

  private void row(int process, int thread, List<Slice> slices) {
    Slice first = slices.getFirst();
    long end = slices.stream().mapToLong(Slice::endNanos).max().orElseThrow();
    ObjectNode task = complete(process, thread, first.startNanos(), end);
    task.put("name", nameOf(first)).put("cat", "task");
    tasks(first, task.putObject("args"));
    slices.forEach(slice -> slice(process, thread, slice));
  }

  private static ObjectNode tasks(Slice slice, ObjectNode arguments) {
    if (slice.taskKnown()) {
      arguments.put("task", slice.task());
    }
    return arguments.put("tasks", slice.tasks());
  }

  private static String nameOf(Slice slice) {
    if (!slice.taskKnown()) {
      return "tasks, not known which";
    }
    return slice.tasks() == 1
        ? "task " + slice.task()
        : slice.tasks() + " tasks from " + slice.task() + " on";
  }

  private void slice(int process, int thread, Slice slice) {
    ObjectNode event =
        slice.state() == State.FAILED
            ? event("i", process, thread).put("s", "t").put("ts", micros(slice.endNanos()))
            : complete(process, thread, slice.startNanos(), slice.endNanos());
    event.put("name", slice.state().label()).put("cat", "state");
    ObjectNode arguments =
        tasks(slice, event.putObject("args")).put("state", slice.state().label());
    slice.whereabouts().ifPresent(place -> arguments.put("place", place));
  }

  private void cores(int process) {
    run.trace()
        .cores()
        .ifPresent(use -> {
          use.bins().stream()
              .sorted(Comparator.comparingLong(CoreUse.Bin::startNanos))
              .forEach(bin -> core(process, use, bin));
          long end = use.bins().stream().mapToLong(CoreUse.Bin::endNanos).max().orElse(0);
          use.cores().forEach(core -> core(process, use, new CoreUse.Bin(core, end, end, 0, 0)));
        });
  }

  private void core(int process, CoreUse use, CoreUse.Bin bin) {
    ObjectNode values = counter(process, "core " + bin.core(), bin.startNanos());
    if (use.ownMeasured()) {
      values.put("this run", bin.own()).put("rest of the machine", bin.other());
    } else {
      values.put("machine", bin.other());
    }
  }

  /// In megabytes, of the time that the file is about.
  private void memory(int process, ProcessMemory memory) {
    memory.readings().stream()
        .filter(reading -> reading.nanos() >= originNanos)
        .forEach(reading -> {
          ObjectNode values =
              counter(process, "memory of " + memory.name() + " (MB)", reading.nanos());
          values.put("objects on the heap", reading.heapBytes() / MEGABYTE);
          reading.residentBytes().ifPresent(bytes -> values.put("resident set", bytes / MEGABYTE));
        });
  }

  private void inFlight(int process, InFlight inFlight) {
    inFlight
        .bins()
        .forEach(bin ->
            counter(process, "tasks in flight", bin.startNanos())
                .put(State.RUNNING.label(), bin.running())
                .put(State.READY.label(), bin.ready())
                .put(State.WAITING.label(), bin.waiting())
                .put(State.LOCKED.label(), bin.locked()));
  }

  private ObjectNode counter(int process, String name, long nanos) {
    return event("C", process, 0).put("name", name).put("ts", micros(nanos)).putObject("args");
  }

  private void name(String kind, int process, int thread, String name) {
    event("M", process, thread).put("name", kind).putObject("args").put("name", name);
  }

  private ObjectNode complete(int process, int thread, long startNanos, long endNanos) {
    return event("X", process, thread)
        .put("ts", micros(startNanos))
        .put("dur", BigDecimal.valueOf(endNanos - startNanos, 3));
  }

  private ObjectNode event(String phase, int process, int thread) {
    return events.addObject().put("ph", phase).put("pid", process).put("tid", thread);
  }

  private BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos - originNanos, 3);
  }
}
