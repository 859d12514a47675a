package eco.exchange.bidding.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Mode;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/** The key of one envelope: split 2 of 3 by Shamir's scheme, used once with AES-256-GCM. */
final class ContentKey {

  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;
  private static final int THRESHOLD = 2;

  private final byte[] key;

  private ContentKey(byte[] key) {
    this.key = key;
  }

  /** A fresh key, as the shares of the holders in their order. */
  static List<byte[]> shares(SecureRandom random) {
    ShamirSecretSplitter splitter =
        new ShamirSecretSplitter(Algorithm.AES, Mode.Native, KEY_BYTES, random);
    ShamirSplitSecretShare[] split =
        splitter.split(THRESHOLD, Holder.values().length).getSecretShares();
    List<byte[]> shares = new ArrayList<>();
    try {
      for (Holder holder : Holder.values()) {
        shares.add(split[holder.ordinal()].getEncoded());
      }
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written", e);
    }
    return shares;
  }

  /** The key that the shares of two holders make. */
  static ContentKey of(Map<Holder, byte[]> two) {
    ShamirSplitSecretShare[] shares =
        two.entrySet().stream()
            .map(it -> new ShamirSplitSecretShare(it.getValue(), it.getKey().ordinal() + 1))
            .toArray(ShamirSplitSecretShare[]::new);
    try {
      return new ContentKey(new ShamirSplitSecret(Algorithm.AES, Mode.Native, shares).getSecret());
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written", e);
    }
  }

  byte[] encrypt(byte[] nonce, byte[] vouched, byte[] text) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, nonce, vouched).doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encrypting does not fail", e);
    }
  }

  /** Decrypts; empty if key, nonce, text or what is vouched for is another. */
  Optional<byte[]> decrypt(byte[] nonce, byte[] vouched, byte[] text) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, vouched).doFinal(text));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] vouched) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(vouched);
    return cipher;
  }
}
