package io.github.heddle.ship;

import java.net.URI;
import java.util.List;

/// All that a worker needs before it can run a body.
///
/// @param classes those that the body reaches and that are on no class path
/// @param libraries jars and folders that were added to the notebook
/// @param contents the body and the variables it reaches
public record Cargo(List<ClassFile> classes, List<URI> libraries, Parcel contents) {
  public Cargo {
    classes = List.copyOf(classes);
    libraries = List.copyOf(libraries);
  }
}
