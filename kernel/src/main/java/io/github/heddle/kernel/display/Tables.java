package io.github.heddle.kernel.display;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the values that are best read as a table: collections and arrays of records, or of maps,
/// and maps of records or maps. Calls accessors of the notebook's records, on the calling thread.
final class Tables {
  private static final int MOST_ROWS = 50;
  private static final int MOST_COLUMNS = 50;
  private static final int WIDEST = 200;

  private Tables() {}

  static Optional<Table> of(Object value) {
    return switch (value) {
      case Collection<?> elements -> ofElements(elements.size(), elements, Optional.empty());
      case Object[] elements ->
          ofElements(elements.length, Arrays.asList(elements), Optional.empty());
      case Map<?, ?> map -> ofElements(map.size(), map.values(), Optional.of(map.keySet()));
      default -> Optional.empty();
    };
  }

  private static Optional<Table> ofElements(
      int size, Collection<?> elements, Optional<Collection<?>> keys) {
    List<? extends @Nullable Object> shown = elements.stream().limit(MOST_ROWS).toList();
    if (shown.isEmpty() || !allFields(shown)) {
      return Optional.empty();
    }
    try {
      List<Map<String, String>> rows = new ArrayList<>();
      shown.forEach(element -> rows.add(fields(element, kinds(shown) > 1)));
      keys.ifPresent(these -> addKeys(List.copyOf(these.stream().limit(MOST_ROWS).toList()), rows));
      return Optional.of(table(rows, size));
    } catch (InaccessibleObjectException e) {
      return Optional.empty(); // records inside the JDK
    }
  }

  private static boolean allFields(List<? extends @Nullable Object> elements) {
    return elements.stream()
        .allMatch(
            each -> each instanceof Record || (each instanceof Map<?, ?> map && !map.isEmpty()));
  }

  private static long kinds(List<? extends @Nullable Object> elements) {
    return elements.stream()
        .map(each -> each instanceof Record ? each.getClass() : Map.class)
        .distinct()
        .count();
  }

  /// @param named whether the type is told, as elements of several types are mixed
  private static Map<String, String> fields(Object element, boolean named) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (named) {
      fields.put("", element instanceof Record ? element.getClass().getSimpleName() : "map");
    }
    switch (element) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> fields.put(String.valueOf(key), text(value)));
      case Record row ->
          Arrays.stream(row.getClass().getRecordComponents())
              .forEach(part -> fields.put(part.getName(), text(part, row)));
      default -> throw new IllegalArgumentException("no fields: " + element.getClass());
    }
    return fields;
  }

  private static String text(RecordComponent part, Record row) {
    try {
      part.getAccessor().setAccessible(true);
      return text(part.getAccessor().invoke(row));
    } catch (InvocationTargetException e) {
      return "(" + e.getTargetException().getClass().getSimpleName() + ")";
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("made accessible: " + part, e);
    }
  }

  private static String text(@Nullable Object value) {
    return ValueText.brief(value, WIDEST);
  }

  private static void addKeys(List<?> keys, List<Map<String, String>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      Map<String, String> withKey = new LinkedHashMap<>();
      withKey.put("key", text(keys.get(row)));
      withKey.putAll(rows.get(row));
      rows.set(row, withKey);
    }
  }

  private static Table table(List<Map<String, String>> rows, int size) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    SequencedCollection<String> columns = names.stream().limit(MOST_COLUMNS).toList();
    return new Table(
        List.copyOf(columns),
        rows.stream()
            .map(row -> columns.stream().map(column -> row.getOrDefault(column, "")).toList())
            .toList(),
        size);
  }
}
