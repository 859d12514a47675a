package eco.exchange.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.proof.ContractVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre seals with a key in a device; the device is a program, SoftHSM, through PKCS#11. */
@SuppressWarnings("NullAway.Init") // JUnit gives the folders
class SealingByADeviceTest {

  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "246810";
  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);

  @TempDir static Path place;
  @TempDir Path folder;

  /** As an operator does it, with the tools of the device and of the JDK. */
  @BeforeAll
  static void a_key_is_made_in_the_device() throws Exception {
    assumeTrue(Files.exists(LIBRARY), "softhsm2 is not installed, so there is no device to try");
    Path tokens = Files.createDirectory(place.resolve("tokens"));
    Files.writeString(
        Path.of(System.getenv("SOFTHSM2_CONF")), "directories.tokendir = %s\n".formatted(tokens));
    runs(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "seal",
        "--so-pin",
        PIN,
        "--pin",
        PIN);
    Files.writeString(
        configuration(), "name = Seal\nlibrary = %s\nslotListIndex = 0\n".formatted(LIBRARY));
    runs(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-providerClass",
        "sun.security.pkcs11.SunPKCS11",
        "-providerArg",
        configuration().toString(),
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-storepass",
        PIN,
        "-alias",
        "seal",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=seal");
  }

  @Test
  void a_contract_sealed_by_a_device_proves_itself() {
    SigningKeyFolder keys = keys();

    Deal deal = SampleDeals.badong();
    byte[] paper = SamplePapers.sealed(SamplePapers.manuscript(deal), deal, keys);

    assertThat(keys.seal().signer().key().getEncoded()).as("the key cannot leave").isNull();
    assertThat(ContractVerifier.trusting(keys.root()).verify(paper).wrong()).isEmpty();
  }

  @Test
  void the_root_vouches_once_for_the_key_of_a_device() {
    X509Certificate first = keys().seal().signer().certificate();

    assertThat(keys().seal().signer().certificate()).isEqualTo(first);
    assertThat(CertificateName.commonName(first)).contains(SampleDeals.CENTRE);
  }

  @Test
  void a_device_that_is_not_there_is_told_when_it_is_opened() throws IOException {
    Path wrong = folder.resolve("wrong.cfg");
    Files.writeString(wrong, "name = Gone\nlibrary = %s\n".formatted(folder.resolve("none.so")));

    assertThatThrownBy(() -> KeyDevice.open(wrong, PIN.toCharArray()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wrong.cfg");
  }

  private SigningKeyFolder keys() {
    KeyDevice device = KeyDevice.open(configuration(), PIN.toCharArray());
    return new SigningKeyFolder(
        folder, SampleDeals.CENTRE, CLOCK, Optional.empty(), Optional.of(device));
  }

  private static Path configuration() {
    return place.resolve("device.cfg");
  }

  private static void runs(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(told).isZero();
  }
}
