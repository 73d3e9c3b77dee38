package io.github.heddle.kernel.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// The files of the compiler, the classes of the notebook among them, as JShell made them. What is
/// compiled is kept until it is taken. Used by the thread that compiles.
final class ExpressionFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ClassFile> known = new LinkedHashMap<>();
  private final Map<String, ClassFile> made = new LinkedHashMap<>();

  ExpressionFiles(JavaFileManager others) {
    super(others);
  }

  /// Makes a class of the notebook known, or replaces it.
  void declare(String className, byte[] bytes) {
    ClassFile file = new ClassFile(className);
    file.bytes = bytes;
    known.put(className, file);
  }

  /// The class files that were compiled since the last time, by names of classes.
  Map<String, byte[]> taken() {
    Map<String, byte[]> taken = new LinkedHashMap<>();
    made.forEach((name, file) -> taken.put(name, file.bytes));
    made.clear();
    return taken;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !packageName.equals(NotebookScope.PACKAGE)) {
      return others;
    }
    List<JavaFileObject> all = new ArrayList<>(known.values());
    others.forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile ours ? ours.className : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one.equals(other) || super.isSameFile(one, other);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    ClassFile file = new ClassFile(className);
    made.put(className, file);
    return file;
  }

  /// The compiler's files are JShell's, too, which goes on.
  @Override
  public void close() {}

  private static final class ClassFile extends SimpleJavaFileObject {
    private final String className;
    private byte[] bytes = {};

    ClassFile(String className) {
      super(URI.create("notebook:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          bytes = toByteArray();
        }
      };
    }
  }
}
