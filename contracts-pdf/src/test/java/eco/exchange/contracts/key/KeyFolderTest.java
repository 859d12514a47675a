package eco.exchange.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.market.NamedParty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyFolderTest {

  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
  private static final NamedParty PARTY = SampleDeals.badong().transferor().party();

  @Test
  void a_party_keeps_its_key_and_has_another_than_the_next() {
    Path folder = SampleKeys.folder();
    SigningKeyFolder keys =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty());
    X509Certificate first = keys.of(PARTY).certificate();

    assertThat(
            new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty())
                .of(PARTY)
                .certificate())
        .isEqualTo(first);
    assertThat(keys.of(SampleDeals.badong().transferee().party()).certificate())
        .isNotEqualTo(first);
    assertThat(CertificateName.identity(first)).contains(PARTY.id().toString());
    assertThat(CertificateName.commonName(first)).contains(PARTY.name());
  }

  @Test
  void many_that_ask_at_once_for_a_first_key_get_the_same() {
    Path folder = SampleKeys.folder();

    List<X509Certificate> certificates =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i ->
                    new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty())
                        .of(PARTY)
                        .certificate())
            .distinct()
            .toList();

    assertThat(certificates).hasSize(1);
  }

  @Test
  void nobody_else_can_read_the_keys() throws IOException {
    Path folder = SampleKeys.folder();
    assertThat(
            new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty())
                .seal()
                .signer()
                .chain())
        .hasSize(2);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().matches(".*(p12|password)")))
          .hasSize(4)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void the_root_stands_beside_the_keys_for_whoever_verifies() throws Exception {
    Path folder = SampleKeys.folder();
    Signer centre =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty()).seal().signer();

    byte[] pem = Files.readAllBytes(folder.resolve("exchange-root.crt"));
    X509Certificate root =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));

    assertThat(root).isEqualTo(centre.chain().getLast());
    centre.certificate().verify(root.getPublicKey());
  }

  @Test
  void a_key_whose_certificate_has_run_out_is_replaced() {
    Path folder = SampleKeys.folder();
    X509Certificate old =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty())
            .of(PARTY)
            .certificate();
    Clock later = Clock.offset(CLOCK, Duration.ofDays(11 * 365));

    X509Certificate next =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, later, Optional.empty())
            .of(PARTY)
            .certificate();

    assertThat(next).isNotEqualTo(old);
    assertThat(next.getNotBefore()).isAfter(old.getNotBefore());
  }

  @Test
  void a_revoked_certificate_stands_on_the_list_that_the_root_signs() throws Exception {
    Path folder = SampleKeys.folder();
    SigningKeyFolder keys =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty());
    X509Certificate revoked = keys.revoke(PARTY);

    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(keys.revocations()));

    list.verify(keys.root().getPublicKey());
    assertThat(list.isRevoked(revoked)).isTrue();
    assertThat(list.isRevoked(keys.seal().signer().certificate())).isFalse();
    assertThat(keys.revokedSince(revoked))
        .contains(SampleDeals.AWARDED)
        .isEqualTo(keys.revokedSince(keys.of(PARTY).certificate()));
    assertThat(keys.revoke(PARTY)).isEqualTo(revoked);
    assertThat(keys.revokedSince(keys.renew(PARTY).certificate())).isEmpty();
    assertThat(keys.of(PARTY).certificate()).isNotEqualTo(revoked);
  }

  @Test
  void a_broken_key_file_is_an_error_and_is_not_overwritten() throws IOException {
    Path folder = SampleKeys.folder();
    SigningKeyFolder keys =
        new SigningKeyFolder(folder, SampleDeals.CENTRE, CLOCK, Optional.empty());
    assertThat(keys.seal().signer().chain()).isNotEmpty();
    Files.write(folder.resolve("centre.p12"), new byte[] {1, 2, 3});

    assertThatThrownBy(keys::seal).isInstanceOf(IllegalStateException.class);
    assertThat(folder.resolve("centre.p12")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
