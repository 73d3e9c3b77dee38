package io.github.heddle.ship;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/// The class loader of a notebook, in the kernel or in a worker process: classes of its cells, then
/// libraries that were added to it, then what was there before. So a library that the notebook
/// asked for stands before one of Heddle's own that happens to have the same name. Any thread.
public abstract class NotebookLoader extends URLClassLoader {
  /// Nothing was added yet.
  protected NotebookLoader(String name, ClassLoader parent) {
    super(name, new URL[0], parent);
  }

  /// Whether a class is one of the notebook's cells; such a class is not looked for elsewhere
  /// first.
  ///
  /// @param className with dots
  protected abstract boolean ofCells(String className);

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!ofCells(name) && !inLibrary(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private boolean inLibrary(String name) {
    return getURLs().length > 0
        && Precedence.ofNotebook(name)
        && findResource(resource(name)) != null;
  }

  /// As with classes.
  @Override
  public @Nullable URL getResource(String name) {
    URL own = getURLs().length > 0 ? findResource(name) : null;
    return own == null ? super.getResource(name) : own;
  }

  /// The name of the resource that a class is in.
  protected static String resource(String className) {
    return className.replace('.', '/') + ".class";
  }
}
