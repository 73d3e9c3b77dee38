package io.github.heddle.kernel.classfiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A class file that is known by its name before anybody reads it. Any thread.
final class KnownClass extends SimpleJavaFileObject {
  /// Opens the class files of one place.
  @FunctionalInterface
  interface Place {
    /// Opens one.
    ///
    /// @param entry such as `java/util/Map$Entry.class`
    InputStream open(String entry) throws IOException;
  }

  private static final URI NOT_ASKED_FOR = URI.create("heddle:///");

  private final Place place;
  private final String binaryName;

  /// @param binaryName the name of the class for the JVM, such as `java.util.Map$Entry`
  KnownClass(Place place, String binaryName) {
    super(NOT_ASKED_FOR, Kind.CLASS);
    this.place = place;
    this.binaryName = binaryName;
  }

  String binaryName() {
    return binaryName;
  }

  boolean isIn(Place other) {
    return place.equals(other);
  }

  private String entry() {
    return binaryName.replace('.', '/') + Kind.CLASS.extension;
  }

  /// Made when somebody asks: of thousands of classes the compiler reads some dozens.
  @Override
  public URI toUri() {
    return NOT_ASKED_FOR.resolve(entry().replace("$", "%24"));
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return place.open(entry());
  }
}
