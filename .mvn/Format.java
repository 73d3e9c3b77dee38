import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats the Java files under a folder (`apply`) or fails naming those that are not formatted (`check`).
/// A source file run by the build on the tool chain's JDK, with google-java-format on the class path.
class Format {
  public static void main(String[] arguments) throws Exception {
    if (!Files.isDirectory(Path.of(arguments[1], "src"))) {
      return;
    }
    boolean apply = arguments[0].equals("apply");
    List<String> words = new ArrayList<>(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    int options = words.size();
    try (var files = Files.walk(Path.of(arguments[1], "src"))) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(words::add);
    }
    if (words.size() == options) {
      return;
    }
    PrintWriter out = new PrintWriter(System.out, true);
    int status = new Main(out, new PrintWriter(System.err, true), System.in).format(words.toArray(String[]::new));
    if (status != 0) {
      System.err.println("The files named above are not formatted: mvn compile -Dformat.mode=apply");
    }
    System.exit(status);
  }
}
