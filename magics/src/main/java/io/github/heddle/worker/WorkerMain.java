package io.github.heddle.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The program of a worker process: obeys the kernel until there is none any more. It hears and
/// speaks through the two files it is given, or, where it is given none, through its standard
/// streams.
public final class WorkerMain {
  /// Kernel and worker must speak the same version.
  static final int VERSION = 1;

  /// The exit code of a worker whose kernel has gone.
  static final int ALONE = 70;

  private WorkerMain() {}

  /// Runs a worker; does not return.
  ///
  /// @param arguments where orders come from and where news goes to, or nothing
  public static void main(String[] arguments) throws IOException {
    boolean files = arguments.length == 2;
    InputStream in =
        files ? new FileInputStream(arguments[0]) : new FileInputStream(FileDescriptor.in);
    OutputStream out =
        files ? new FileOutputStream(arguments[1]) : new FileOutputStream(FileDescriptor.out);
    Speaker speaker = new Speaker(out);
    Printing printing = Printing.to(speaker);
    printing.install();
    new WorkerLife(new FrameReader(in), speaker, printing).live();
  }
}
