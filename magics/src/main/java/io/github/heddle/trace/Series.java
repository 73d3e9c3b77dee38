package io.github.heddle.trace;

import java.util.Arrays;

/// Cumulative readings of several quantities, taken together at moments in time: a row for each
/// moment, a column for each quantity. Bounded: when it is full, every other row is left out, which
/// costs resolution but, as readings are cumulative, no amount. Written by one thread.
public final class Series {
  private final int columns;
  private final int capacity;
  private final long originNanos;
  private long[] nanos;
  private long[] values;
  private int size;

  /// @param capacity how many rows are kept at most, at least 3
  public Series(int columns, int capacity) {
    this(columns, capacity | 1, 0, new long[16], new long[16 * columns]);
  }

  private Series(int columns, int capacity, long originNanos, long[] nanos, long[] values) {
    this.columns = columns;
    this.capacity = capacity;
    this.originNanos = originNanos;
    this.nanos = nanos;
    this.values = values;
  }

  /// The same readings with times counted from that moment.
  public Series since(long origin) {
    Series series = new Series(columns, capacity, originNanos + origin, nanos, values);
    series.size = size;
    return series;
  }

  /// The rows there are now, apart from those still to come.
  public Series copy() {
    Series copy =
        new Series(
            columns,
            capacity,
            originNanos,
            Arrays.copyOf(nanos, size),
            Arrays.copyOf(values, size * columns));
    copy.size = size;
    return copy;
  }

  /// Adds a row.
  ///
  /// @param row is copied
  /// @return whether other rows were left out to make room
  public boolean add(long atNanos, long[] row) {
    boolean full = size == capacity;
    if (full) {
      thin();
    }
    if (size == nanos.length) {
      int rows = Math.min(2 * size, capacity);
      nanos = Arrays.copyOf(nanos, rows);
      values = Arrays.copyOf(values, rows * columns);
    }
    nanos[size] = atNanos;
    System.arraycopy(row, 0, values, size * columns, columns);
    size++;
    return full;
  }

  private void thin() {
    size = (size + 1) / 2;
    for (int row = 1; row < size; row++) {
      nanos[row] = nanos[2 * row];
      System.arraycopy(values, 2 * row * columns, values, row * columns, columns);
    }
  }

  /// How many rows there are.
  public int size() {
    return size;
  }

  /// How many columns each row has.
  public int columns() {
    return columns;
  }

  /// The moment of a row.
  public long nanos(int row) {
    return nanos[row] - originNanos;
  }

  /// What was read in a column at a row.
  public long value(int row, int column) {
    return values[row * columns + column];
  }

  /// How far apart the two rows around a moment between the first and the last row are, on average
  /// over all moments; 0 where there are not two rows.
  long spacing() {
    return spacing((_, _) -> true);
  }

  /// The same over those moments only that are between two rows which count.
  long spacing(Gaps counting) {
    double squares = 0;
    double all = 0;
    for (int row = 1; row < size; row++) {
      if (counting.count(nanos[row - 1], nanos[row])) {
        double gap = nanos[row] - nanos[row - 1];
        squares += gap * gap;
        all += gap;
      }
    }
    return all == 0 ? 0 : Math.round(squares / all);
  }

  /// Which moments count.
  interface Gaps {
    /// Whether those between two rows at these moments do.
    boolean count(long fromNanos, long toNanos);
  }

  /// The first row later than the moment, or the number of rows where there is none.
  public int rowAfter(long atNanos) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nanos(middle) > atNanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// A column at any moment, by a straight line between the rows around it; before the first and
  /// after the last row, that row. 0 where there are no rows.
  public long at(int column, long atNanos) {
    int after = rowAfter(atNanos);
    if (after == 0 || after == size) {
      return size == 0 ? 0 : value(Math.min(after, size - 1), column);
    }
    long from = value(after - 1, column);
    double share = (double) (atNanos - nanos(after - 1)) / (nanos(after) - nanos(after - 1));
    return from + Math.round(share * (value(after, column) - from));
  }
}
