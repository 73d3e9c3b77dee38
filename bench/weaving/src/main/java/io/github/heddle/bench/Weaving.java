package io.github.heddle.bench;

import io.github.heddle.kernel.weave.CellWeaver;

/// Whether code has stop checks.
public enum Weaving {
  PLAIN {
    @Override
    byte[] of(byte[] classFile, CellWeaver weaver) {
      return classFile;
    }
  },
  WOVEN {
    @Override
    byte[] of(byte[] classFile, CellWeaver weaver) {
      return weaver.withChecks(classFile);
    }
  };

  abstract byte[] of(byte[] classFile, CellWeaver weaver);
}
