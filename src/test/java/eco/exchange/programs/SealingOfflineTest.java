package eco.exchange.programs;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.HolderKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of bidders and holders with files alone, right and wrong ones. */
class SealingOfflineTest {

  private static final char[] PASSPHRASE = "清水青山 forty-two".toCharArray();

  private final List<String> said = new ArrayList<>();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void a_key_file_opens_with_its_passphrase_only() throws IOException {
    Path file = folder.resolve("notary.pem");
    assertThat(holder(PASSPHRASE, "new-key", file.toString())).isZero();
    String key = said.getFirst();

    assertThat(HolderKey.isPublicKey(key)).isTrue();
    assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(HolderKeyFile.read(file, PASSPHRASE).orElseThrow().publicKey()).isEqualTo(key);
    assertThat(HolderKeyFile.read(file, "another passphrase".toCharArray())).isEmpty();
    assertThat(holder(PASSPHRASE, "new-key", file.toString())).isEqualTo(2);
    assertThat(HolderKeyFile.read(file, PASSPHRASE).orElseThrow().publicKey()).isEqualTo(key);
    assertThat(holder("short".toCharArray(), "new-key", folder + "/b.pem")).isEqualTo(2);
  }

  @Test
  void a_spoilt_key_file_is_told() throws IOException {
    Path file = folder.resolve("notary.pem");
    holder(PASSPHRASE, "new-key", file.toString());
    String text = Files.readString(file);
    for (String spoilt :
        List.of("", "x", text.substring(9), text.replace("A", "B"), text.substring(0, 90))) {
      Files.writeString(file, spoilt);
      assertThat(holder(PASSPHRASE, "open", file.toString(), "NOTARY", file.toString()))
          .isEqualTo(2);
    }
  }

  @Test
  void what_is_not_understood_is_told() throws IOException {
    Path text = Files.writeString(folder.resolve("keys.json"), "不是密钥");
    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
    assertThat(SealProgram.run(said::add)).isEqualTo(2);
    assertThat(SealProgram.run(said::add, "missing.json", "4711", "1.00")).isEqualTo(2);
    assertThat(SealProgram.run(said::add, text.toString(), "4711", "1.00")).isEqualTo(2);
    assertThat(SealProgram.run(said::add, empty.toString(), "4711", "1.00")).isEqualTo(2);
    assertThat(holder(PASSPHRASE)).isEqualTo(2);
    assertThat(holder(PASSPHRASE, "dance")).isEqualTo(2);
    assertThat(holder(PASSPHRASE, "open", "missing.pem", Holder.NOTARY.name(), "x")).isEqualTo(2);
    assertThat(said).isEmpty();
  }

  private int holder(char[] passphrase, String... arguments) {
    return HolderProgram.run(said::add, () -> passphrase, arguments);
  }
}
