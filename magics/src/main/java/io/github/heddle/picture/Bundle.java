package io.github.heddle.picture;

import java.util.Map;

/// One output of a cell in several MIME types: values are strings, or maps and lists for JSON
/// types.
public record Bundle(Map<String, Object> data, Map<String, Object> metadata) {
  public Bundle {
    data = Map.copyOf(data);
    metadata = Map.copyOf(metadata);
  }
}
