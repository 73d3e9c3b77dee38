package io.github.heddle.ship;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what [GraphWriter] wrote, with classes of one class loader.
final class GraphReader extends ObjectInputStream {
  private final List<Object> arrays;
  private final ClassLoader loader;

  GraphReader(InputStream in, List<Object> arrays, ClassLoader loader) throws IOException {
    super(in);
    this.arrays = arrays;
    this.loader = loader;
    enableResolveObject(true);
  }

  /// The next value. Code of the user may run in here, and fail.
  @Nullable Object value() throws IOException {
    try {
      return readObject();
    } catch (ClassNotFoundException | RuntimeException | StackOverflowError e) {
      throw new IOException("what arrived cannot be read: " + e, e);
    }
  }

  @Override
  protected void readStreamHeader() {}

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description)
      throws IOException, ClassNotFoundException {
    try {
      return Class.forName(description.getName(), false, loader);
    } catch (ClassNotFoundException primitive) {
      return super.resolveClass(description);
    }
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to a proxy's class without an object of it
  protected Class<?> resolveProxyClass(String[] names) throws ClassNotFoundException {
    Class<?>[] interfaces = new Class<?>[names.length];
    for (int index = 0; index < names.length; index++) {
      interfaces[index] = Class.forName(names[index], false, loader);
    }
    return Proxy.getProxyClass(loader, interfaces);
  }

  @Override
  protected Object resolveObject(Object value) {
    // no switch over types: a worker would make a class for it as it starts
    if (value instanceof FarArray(int index)) {
      return arrays.get(index);
    }
    return value instanceof StandIn standIn ? standIn.value() : value;
  }
}
