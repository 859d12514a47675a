package eco.exchange.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingKeysTest {

  private final Path data;

  KeepingKeysTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void keys_are_made_once_and_only_their_owner_may_read_them() throws IOException {
    TokenKeys first = made();
    TokenKeys second = made();
    assertThat(second.signing()).isEqualTo(first.signing());
    assertThat(second.verifying()).isEqualTo(first.verifying());
    new SecretFolder(data).note("administrator.txt", "secret");

    try (Stream<Path> files = Files.walk(data).filter(Files::isRegularFile)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void configured_keys_are_used_and_half_a_pair_is_refused() throws IOException {
    TokenKeys known = made();
    Path pems = data.resolve("keys/token-signing.pem");
    String[] parts = Files.readString(pems).split("(?=-----BEGIN PUBLIC)");
    Path signing = Files.writeString(data.resolve("signing.pem"), parts[0]);
    Path verifying = Files.writeString(data.resolve("verifying.pem"), parts[1]);
    Files.delete(pems);

    TokenKeys configured = keys(Optional.of(signing), Optional.of(verifying));
    assertThat(configured.signing()).isEqualTo(known.signing());
    assertThat(configured.verifying()).isEqualTo(known.verifying());
    assertThat(pems).doesNotExist();
    assertThatThrownBy(() -> keys(Optional.of(signing), Optional.empty()))
        .hasMessageContaining("mp.jwt.verify.publickey.location");
  }

  private TokenKeys made() {
    return keys(Optional.empty(), Optional.empty());
  }

  private TokenKeys keys(Optional<Path> signing, Optional<Path> verifying) {
    return new TokenKeys(
        new SecretFolder(data), signing.map(Path::toString), verifying.map(Path::toString));
  }
}
