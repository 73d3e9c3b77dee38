package io.github.heddle.kernel.classfiles;

import static javax.tools.StandardLocation.CLASS_PATH;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;

/// The files that the compiler reads: as usual, but for the kernel's own jar and `java.base`, in
/// which it would have to find its way first. What a notebook adds to its class path stands before
/// that jar. Used by one thread at a time.
public final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private static final String BASE = "SYSTEM_MODULES[" + ClassIndex.BASE + "]";

  private final Path jar;
  private final IndexedClasses own;
  private final IndexedClasses base;

  private CompilerFiles(StandardJavaFileManager standard, Path jar, ClassIndex index)
      throws IOException {
    super(standard);
    ZipFile opened = new ZipFile(jar.toFile()); // for as long as this JVM lives, which has it open
    this.jar = jar;
    this.own =
        new IndexedClasses(entry -> opened.getInputStream(new ZipEntry(entry)), index::inJar);
    this.base = new IndexedClasses(CompilerFiles::openBase, index::inBase);
    setLocation(CLASS_PATH, List.of());
  }

  private static InputStream openBase(String entry) throws IOException {
    InputStream stream = Object.class.getModule().getResourceAsStream(entry);
    if (stream == null) {
      throw new FileNotFoundException(entry);
    }
    return stream;
  }

  /// What gives the compiler its files in this JVM: another way than usual where all that it runs
  /// is one jar.
  public static UnaryOperator<StandardJavaFileManager> ofThisJvm() {
    String classPath = System.getProperty("java.class.path");
    return classPath.contains(File.pathSeparator) || !Files.isRegularFile(Path.of(classPath))
        ? standard -> standard
        : standard -> over(standard, Path.of(classPath));
  }

  /// The files of a standard manager and of the jar.
  static StandardJavaFileManager over(StandardJavaFileManager standard, Path jar) {
    try {
      return new CompilerFiles(standard, jar, ClassIndex.of(jar));
    } catch (IOException asUsual) {
      return standard;
    }
  }

  /// Of `java.base`, only classes.
  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    Optional<List<JavaFileObject>> known =
        kinds.contains(Kind.CLASS) && !recurse ? known(location, packageName) : Optional.empty();
    if (known.isPresent() && location != CLASS_PATH) {
      return known.get();
    }
    Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
    return known
        .<Iterable<JavaFileObject>>map(mine ->
            Stream.concat(StreamSupport.stream(others.spliterator(), false), mine.stream())
                .toList())
        .orElse(others);
  }

  private Optional<List<JavaFileObject>> known(Location location, String packageName) {
    return location == CLASS_PATH
        ? own.in(packageName)
        : isBase(location) ? base.in(packageName) : Optional.empty();
  }

  private static boolean isBase(Location location) {
    return location.getName().equals(BASE);
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof KnownClass known
        ? known.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof KnownClass known
        ? own.contain(known) ? location == CLASS_PATH : isBase(location)
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
        .filter(each -> !Path.of(each).equals(jar))
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
      places.add(jar);
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
