package eco.exchange.contracts.key;

import eco.exchange.market.NamedParty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keys in PKCS#12 files in a folder that only its owner may read.
 *
 * <p>Each key is made when it is first needed, by the exchange's own root; the password of the
 * files is made with the folder. Several threads and several programs may share the folder. The
 * root's certificate stands in {@code exchange-root.crt}, for those who want to verify without
 * trusting a paper.
 */
public final class SigningKeyFolder implements SignatureKeys {

  private static final Object ONE_AT_A_TIME = new Object();

  private final Path folder;
  private final String centre;
  private final Clock clock;
  private final Optional<URI> stamps;
  private final Optional<KeyDevice> device;
  private final RevocationList revoked;
  private final KeyFiles files;
  private final CertificateMaker maker = new CertificateMaker();

  /**
   * The keys of a folder.
   *
   * @param folder the folder, which is made if it is not there
   * @param centre the full name of the centre
   * @param clock tells from when a new certificate is valid
   * @param stamps where time stamps are asked for; if empty, the exchange makes its own
   */
  public SigningKeyFolder(Path folder, String centre, Clock clock, Optional<URI> stamps) {
    this(folder, centre, clock, stamps, Optional.empty());
  }

  /**
   * The keys of a folder, except for the centre's.
   *
   * @param device has the key of the centre's seal; if empty, that is in the folder, too
   */
  public SigningKeyFolder(
      Path folder, String centre, Clock clock, Optional<URI> stamps, Optional<KeyDevice> device) {
    this.folder = folder;
    this.centre = centre;
    this.clock = clock;
    this.stamps = stamps;
    this.device = device;
    this.revoked = new RevocationList(folder);
    this.files = new KeyFiles(folder);
  }

  @Override
  public Signer of(NamedParty party) {
    String identity = CertificateName.of(party.id());
    return locked(() -> signer("party-" + identity, party.name(), identity));
  }

  @Override
  public CentreSeal seal() {
    TimeStampAuthority authority =
        stamps.<TimeStampAuthority>map(RemoteStampAuthority::new).orElseGet(this::stampOffice);
    return locked(
        () ->
            new CentreSeal(
                sealer(),
                authority,
                Stream.concat(
                        Stream.of(rootSigner().certificate()),
                        issuers().all().stream().map(TrustedIssuers.Issuer::certificate))
                    .toList(),
                revocationLists()));
  }

  private List<byte[]> revocationLists() {
    List<byte[]> lists = new ArrayList<>();
    lists.add(revoked.signedBy(rootSigner(), clock.instant()));
    for (TrustedIssuers.Issuer issuer : issuers().all()) {
      try {
        lists.add(issuer.list().getEncoded());
      } catch (CRLException e) {
        throw new IllegalStateException("a list of revocations that cannot be written", e);
      }
    }
    return lists;
  }

  @Override
  public TrustedIssuers issuers() {
    return TrustedIssuers.in(folder.resolve("issuers"));
  }

  @Override
  public String ticket(byte[] what) {
    return locked(() -> files.ticket(what));
  }

  @Override
  public OwnStampAuthority stampOffice() {
    String name = centre + " 时间戳";
    Signer stamper =
        locked(() -> validOr("stamps", () -> maker.stamper(name, rootSigner(), clock.instant())));
    return new OwnStampAuthority(stamper, clock);
  }

  @Override
  public X509Certificate root() {
    return locked(() -> rootSigner().certificate());
  }

  @Override
  public byte[] revocations() {
    return locked(() -> revoked.signedBy(rootSigner(), clock.instant()));
  }

  @Override
  public Optional<Instant> revokedSince(X509Certificate certificate) {
    return locked(() -> revoked.since(certificate));
  }

  @Override
  public X509Certificate revoke(NamedParty party) {
    Signer signer = of(party);
    return locked(
        () -> {
          revoked.add(signer.certificate(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
          return signer.certificate();
        });
  }

  @Override
  public Signer renew(NamedParty party) {
    Signer held = of(party);
    if (revokedSince(held.certificate()).isEmpty()) {
      return held;
    }
    String identity = CertificateName.of(party.id());
    return locked(
        () -> {
          Signer next = maker.signer(party.name(), identity, rootSigner(), clock.instant());
          files.write(folder.resolve("party-" + identity + ".p12"), next);
          return next;
        });
  }

  private Signer sealer() {
    return device
        .map(KeyDevice::keys)
        .map(this::sealer)
        .orElseGet(() -> signer("centre", centre, CertificateName.CENTRE));
  }

  // The key stays in the device; what the root says of it is kept here, until it says it of
  // another.
  private Signer sealer(KeyPair keys) {
    Path path = folder.resolve("centre-device.crt");
    Signer root = rootSigner();
    return files
        .certificate(path)
        .filter(known -> known.getPublicKey().equals(keys.getPublic()) && isValid(known))
        .map(known -> new Signer(keys.getPrivate(), List.of(known, root.certificate())))
        .orElseGet(
            () -> {
              Signer made =
                  maker.signer(keys, centre, CertificateName.CENTRE, root, clock.instant());
              files.writeText(path, made.certificate());
              return made;
            });
  }

  private boolean isValid(X509Certificate certificate) {
    return clock.instant().isBefore(certificate.getNotAfter().toInstant());
  }

  private Signer signer(String file, String commonName, String identity) {
    return validOr(file, () -> maker.signer(commonName, identity, rootSigner(), clock.instant()));
  }

  private Signer rootSigner() {
    return validOr(
        "root",
        () -> {
          Signer root = maker.root(centre + " 电子签名根证书", clock.instant());
          files.writeText(folder.resolve("exchange-root.crt"), root.certificate());
          return root;
        });
  }

  /** The signer of a file, or a new one if there is none or its certificate has run out. */
  private Signer validOr(String file, Supplier<Signer> made) {
    Path path = folder.resolve(file + ".p12");
    if (Files.exists(path)) {
      Signer signer = files.read(path);
      if (isValid(signer.certificate())) {
        return signer;
      }
    }
    Signer signer = made.get();
    files.write(path, signer);
    return signer;
  }

  // A file lock holds off other programs, the monitor the threads of this one.
  private <T> T locked(Supplier<T> work) {
    synchronized (ONE_AT_A_TIME) {
      try {
        if (!Files.isDirectory(folder)) {
          Files.createDirectories(folder, KeyFiles.ownerOnly(folder, "rwx------"));
        }
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          assert lock.isValid();
          return work.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the keys in " + folder + " are out of reach", e);
      }
    }
  }
}
