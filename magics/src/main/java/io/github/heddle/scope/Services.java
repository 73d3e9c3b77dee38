package io.github.heddle.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What work in a scope can ask for, such as worker processes that outlive it: at most one thing of
/// each type. Immutable.
public record Services(Map<Class<?>, Object> byType) {
  /// Nothing.
  public static final Services NONE = new Services(Map.of());

  public Services {
    byType = Map.copyOf(byType);
  }

  /// The same and one more, in place of one of the same type.
  public <S> Services with(Class<S> type, S service) {
    Map<Class<?>, Object> more = new HashMap<>(byType);
    more.put(type, service);
    return new Services(more);
  }

  /// The one of that type.
  public <S> Optional<S> get(Class<S> type) {
    return Optional.ofNullable(byType.get(type)).map(type::cast);
  }
}
