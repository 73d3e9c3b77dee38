package io.github.heddle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.kernel.transport.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
  private static final String KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7";

  @TempDir private Path temp;

  @Test
  void withoutKeysNothingIsEncrypted() throws IOException {
    Connection connection = read("");

    assertThat(connection.keys()).isEmpty();
    assertThat(connection.properties().getShellPort()).isEqualTo(1);
    assertThat(read(",\"curve_publickey\": null, \"curve_secretkey\": null").keys()).isEmpty();
  }

  @Test
  void bothKeysEncrypt() throws IOException {
    assertThat(read(keys(KEY, KEY)).keys()).isPresent();
  }

  @Test
  void halfAKeyIsRefusedByName() {
    assertThatThrownBy(() -> read(",\"curve_publickey\": \"" + KEY + "\""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("curve_secretkey must be a key of 40 characters");
    assertThatThrownBy(() -> read(keys("short", KEY)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("curve_publickey must be a key of 40 characters in Z85, but has 5");
  }

  @Test
  void somethingElseIsNoConnectionFile() throws IOException {
    Path file = Files.writeString(temp.resolve("c.json"), "[]");

    assertThatThrownBy(() -> new ConnectionFile(file).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  private static String keys(String open, String secret) {
    return ",\"curve_publickey\": \"%s\", \"curve_secretkey\": \"%s\"".formatted(open, secret);
  }

  private Connection read(String more) throws IOException {
    String json =
        """
        {"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "k",
         "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "hb_port": 4, "control_port": 5%s}
        """
            .formatted(more);
    return new ConnectionFile(Files.writeString(temp.resolve("c.json"), json)).read();
  }
}
