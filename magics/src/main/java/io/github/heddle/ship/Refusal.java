package io.github.heddle.ship;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// Why something cannot be sent, in words for the user.
///
/// @param whole what was to be sent
/// @param refused the part of it that cannot be copied; empty where code of the user failed
record Refusal(
    Described described, @Nullable Object whole, Optional<Object> refused, Throwable cause) {
  NotShippable exception() {
    return new NotShippable(
        capital(described.what()) + " cannot be sent to another process: " + reason(),
        ofTheUser() ? cause : null);
  }

  private boolean ofTheUser() {
    return refused.isEmpty() && !(cause instanceof StackOverflowError);
  }

  private String reason() {
    return refused
        .map(part -> uncopied(part) + " " + advice(part))
        .orElseGet(() ->
            switch (cause) {
              case StackOverflowError _ ->
                  "its objects are linked too deeply, like a long chain of nodes. Put them into a"
                      + " list.";
              case ConcurrentModificationException _ ->
                  "it was changed while it was being copied. Let what changes it end first.";
              default -> "copying it failed with " + cause + ".";
            });
  }

  private String uncopied(Object what) {
    return place(what)
        + " is "
        + TypeText.of(what)
        + inherited(what)
        + ". Processes do not share memory: what a body uses is copied, and "
        + TypeText.brief(what)
        + " cannot be.";
  }

  private static String inherited(Object what) {
    return InheritedState.isLostOf(what)
        ? ", which has state from a class that is not Serializable"
        : "";
  }

  @SuppressWarnings("ReferenceEquality") // the very same object
  private String place(Object part) {
    if (part == whole) {
      return "it";
    }
    return PartPath.to(part, whole)
        .map(path -> described.name().isEmpty() ? path.alone() : path.after(described.name()))
        .orElse("a part of it");
  }

  private String advice(Object what) {
    return switch (what) {
      case BaseStream<?, ?> _ -> "Collect its elements into a list first.";
      case Iterator<?> _ -> "Collect its elements into a list first.";
      case Object lock when lock.getClass().equals(Object.class) ->
          "A lock guards nothing in another process: leave it out.";
      default -> described.advice();
    };
  }

  private static String capital(String what) {
    return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
  }
}
