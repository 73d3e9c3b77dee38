package io.github.heddle.kernel.classfiles;

import io.github.heddle.kernel.classfiles.KnownClass.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/// The class files of one place whose names stand in an index. Used by one thread at a time.
final class IndexedClasses {
  private final Place place;
  private final Function<String, Optional<String[]>> names;
  private final Map<String, Optional<List<JavaFileObject>>> byPackage = new HashMap<>();

  /// @param names the names of the classes of a package, without it, if there is that package
  IndexedClasses(Place place, Function<String, Optional<String[]>> names) {
    this.place = place;
    this.names = names;
  }

  /// The classes of a package, if there is that package.
  Optional<List<JavaFileObject>> in(String packageName) {
    return byPackage.computeIfAbsent(
        packageName, _ -> names.apply(packageName).map(all -> files(packageName, all)));
  }

  private List<JavaFileObject> files(String packageName, String[] all) {
    return Stream.of(all)
        .<JavaFileObject>map(name -> new KnownClass(place, packageName + "." + name))
        .toList();
  }

  /// Whether a file is one of these.
  boolean contain(KnownClass file) {
    return file.isIn(place);
  }
}
