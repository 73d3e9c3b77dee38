package io.github.heddle.ship;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All that a worker needs before it can run a body. The worker keeps class files by their digest,
/// so each has to be sent to it once: `cargo.without(known)`, then `known.addAll(cargo.digests())`.
///
/// @param classes those that the body reaches and that are on no class path
/// @param libraries jars and folders that were added to the notebook
/// @param body the class of the body, where it has one of its own: it has a constructor without
///   parameters
/// @param contents the body where it has none, and the variables it reaches
public record Cargo(
    List<ClassFile> classes, List<URI> libraries, Optional<String> body, Parcel contents) {
  public Cargo {
    classes = List.copyOf(classes);
    libraries = List.copyOf(libraries);
  }

  /// The same for a worker that has these class files: they are named, and their bytes left out.
  ///
  /// @param known digests of class files
  public Cargo without(Collection<String> known) {
    return new Cargo(
        classes.stream()
            .map(each -> known.contains(each.digest()) ? each.withoutBytes() : each)
            .toList(),
        libraries,
        body,
        contents);
  }

  /// The digests of all class files.
  public Set<String> digests() {
    return classes.stream().map(ClassFile::digest).collect(Collectors.toUnmodifiableSet());
  }
}
