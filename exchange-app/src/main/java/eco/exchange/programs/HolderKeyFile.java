package eco.exchange.programs;

import eco.exchange.bidding.envelope.HolderKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * The file in which a holder keeps the own private key: PKCS#8 in PEM, encrypted under a passphrase
 * (PBES2 with PBKDF2-HMAC-SHA256 and AES-256).
 */
final class HolderKeyFile {

  private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
  private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
  private static final String END = "\n-----END ENCRYPTED PRIVATE KEY-----\n";
  private static final int ITERATIONS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int SIZE_MAX = 4_096;

  private HolderKeyFile() {}

  /** Writes a new file, which only its owner may read; never over another. */
  static void write(Path file, HolderKey key, char[] passphrase) throws IOException {
    String text =
        BEGIN
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(encrypted(key, passphrase))
            + END;
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private static byte[] encrypted(HolderKey key, char[] passphrase) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      Cipher cipher = Cipher.getInstance(SCHEME);
      cipher.init(Cipher.ENCRYPT_MODE, secret(passphrase), new PBEParameterSpec(salt, ITERATIONS));
      byte[] text = cipher.doFinal(key.pkcs8());
      // The same parameters under the name that the standard gives them.
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
      parameters.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(parameters, text).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + SCHEME, e);
    }
  }

  /** The key of a file; empty if the file is none, or the passphrase another. */
  static Optional<HolderKey> read(Path file, char[] passphrase) throws IOException {
    if (Files.size(file) > SIZE_MAX) {
      return Optional.empty();
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
      return Optional.empty();
    }
    String base64 = text.substring(BEGIN.length(), text.length() - END.length());
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
      Cipher cipher = Cipher.getInstance(SCHEME);
      cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), info.getAlgParameters());
      return HolderKey.ofPkcs8(cipher.doFinal(info.getEncryptedData()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance(SCHEME).generateSecret(new PBEKeySpec(passphrase));
  }
}
