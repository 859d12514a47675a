package eco.exchange.contracts.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Files of PKCS#12 with a key each, whose password stands in a file beside them.
 *
 * <p>To open one takes longer than to sign, so what was opened is kept as long as the file has the
 * same content.
 */
final class KeyFiles {

  private static final String ENTRY = "key";

  private final Path folder;
  private final Map<Path, Opened> opened = new ConcurrentHashMap<>();

  KeyFiles(Path folder) {
    this.folder = folder;
  }

  private record Opened(byte[] hash, Signer signer) {}

  Signer read(Path path) {
    try {
      byte[] file = Files.readAllBytes(path);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
      Opened known = opened.get(path);
      if (known != null && MessageDigest.isEqual(known.hash(), hash)) {
        return known.signer();
      }
      Signer signer = open(file);
      opened.put(path, new Opened(hash, signer));
      return signer;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key in " + path + " cannot be read", e);
    }
  }

  private Signer open(byte[] file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    char[] password = password();
    store.load(new ByteArrayInputStream(file), password);
    List<X509Certificate> chain =
        Arrays.stream(store.getCertificateChain(ENTRY)).map(X509Certificate.class::cast).toList();
    return new Signer((PrivateKey) store.getKey(ENTRY, password), chain);
  }

  void write(Path path, Signer signer) {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] password = password();
      store.load(null, password);
      store.setKeyEntry(ENTRY, signer.key(), password, signer.chain().toArray(new Certificate[0]));
      Files.deleteIfExists(draft);
      Files.createFile(draft, ownerOnly(folder, "rw-------"));
      try (OutputStream file = Files.newOutputStream(draft)) {
        store.store(file, password);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key in " + path + " cannot be written", e);
    }
  }

  /** The certificate in a file, if there is one. */
  Optional<X509Certificate> certificate(Path path) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (InputStream file = Files.newInputStream(path)) {
      return Optional.of(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the certificate in " + path + " cannot be read", e);
    }
  }

  /** Writes a certificate as people pass it on: in lines of text (PEM, RFC 7468). */
  void writeText(Path path, X509Certificate certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      Files.writeString(
          path, "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the certificate in " + path + " cannot be written", e);
    }
  }

  /** A code over something by the password of the files (HMAC-SHA256). */
  String ticket(byte[] what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = new String(password()).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update("ticket ".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(what));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the password of the keys cannot be read", e);
    }
  }

  private char[] password() throws IOException {
    Path path = folder.resolve("password");
    if (!Files.exists(path)) {
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      Files.createFile(path, ownerOnly(folder, "rw-------"));
      Files.writeString(path, Base64.getEncoder().encodeToString(secret));
    }
    return Files.readString(path).toCharArray();
  }

  /** Permissions for its owner alone, where files have such. */
  static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
    boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
