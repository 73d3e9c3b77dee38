package io.github.heddle.kernel.evaluation;

import static javax.tools.StandardLocation.CLASS_PATH;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;

/// The files that the compiler reads: as usual, but for the kernel's own jar, in which it would
/// have to find its way first. What a notebook adds to its class path stands before that jar. Used
/// by the thread that compiles.
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private final OwnClasses own;

  private CompilerFiles(StandardJavaFileManager standard, OwnClasses own) throws IOException {
    super(standard);
    this.own = own;
    setLocation(CLASS_PATH, List.of());
  }

  /// What gives the compiler its files in this JVM.
  static UnaryOperator<StandardJavaFileManager> ofThisJvm() {
    return standard -> OwnClasses.ofThisJvm().map(own -> over(standard, own)).orElse(standard);
  }

  /// The files of a standard manager and of the jar.
  static StandardJavaFileManager over(StandardJavaFileManager standard, OwnClasses own) {
    try {
      return new CompilerFiles(standard, own);
    } catch (IOException asUsual) {
      return standard;
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
    return location == CLASS_PATH && kinds.contains(Kind.CLASS)
        ? Stream.concat(
                StreamSupport.stream(others.spliterator(), false), own.in(packageName).stream())
            .toList()
        : others;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof OwnClasses.ClassFile mine
        ? mine.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof OwnClasses.ClassFile
        ? location == CLASS_PATH
        : super.contains(location, file);
  }

  /// The compiler is told of more jars by the whole class path.
  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    return super.handleOption(
        current,
        current.equals("-classpath")
            ? List.of(withoutOwn(remaining.next())).iterator()
            : remaining);
  }

  private String withoutOwn(String classPath) {
    return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
        .filter(each -> !Path.of(each).equals(own.place()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    List<Path> places = new ArrayList<>();
    Iterable<? extends Path> others = fileManager.getLocationAsPaths(location);
    if (others != null) {
      others.forEach(places::add);
    }
    if (location == CLASS_PATH) {
      places.add(own.place());
    }
    return places;
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one.equals(other) || fileManager.isSameFile(one, other);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return getJavaFileObjectsFromFiles(Arrays.asList(files));
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return getJavaFileObjectsFromStrings(Arrays.asList(names));
  }
}
