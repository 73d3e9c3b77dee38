package io.github.heddle.bench;

import io.github.heddle.kernel.weave.CellWeaver;
import io.github.heddle.kernel.weave.StopChecks;
import io.github.heddle.kernel.weave.WovenLoader;
import java.io.IOException;
import java.io.InputStream;

/// Defines the workloads itself, woven or plain, as the kernel's loader does with classes of cells.
final class CellCode extends ClassLoader implements WovenLoader {
  private static final String WORKLOADS = "io.github.heddle.bench.workload.";

  private final StopChecks checks = new StopChecks();
  private final CellWeaver weaver = new CellWeaver(this);
  private final Weaving weaving;

  CellCode(Weaving weaving) {
    super(CellCode.class.getClassLoader());
    this.weaving = weaving;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      return name.startsWith(WORKLOADS) && findLoadedClass(name) == null
          ? define(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = weaving.of(file.readAllBytes(), weaver);
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public StopChecks stopChecks() {
    return checks;
  }
}
