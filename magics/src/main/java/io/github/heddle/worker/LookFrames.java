package io.github.heddle.worker;

import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Look;
import io.github.heddle.trace.State;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Looks at stacks as parts of frames.
final class LookFrames {
  private LookFrames() {}

  static void write(List<Look> looks, DataOutputStream body) throws IOException {
    body.writeInt(looks.size());
    for (Look look : looks) {
      body.writeInt(look.task());
      NewsFrames.writeText(look.state().name(), body);
      body.writeLong(look.fromNanos());
      body.writeLong(look.toNanos());
      NewsFrames.writeText(look.line().source(), body);
      body.writeInt(look.line().number());
    }
  }

  static List<Look> read(DataInputStream body) throws IOException {
    int count = body.readInt();
    List<Look> looks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      looks.add(
          new Look(
              body.readInt(),
              State.valueOf(NewsFrames.readText(body)),
              body.readLong(),
              body.readLong(),
              new CodeLine(NewsFrames.readText(body), body.readInt())));
    }
    return looks;
  }
}
