package eco.exchange.contracts.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.util.Collections;
import java.util.List;

/**
 * A device that keeps a key and signs with it: a card, a box in the network, or a program that
 * behaves like one (PKCS#11, OASIS). The key never leaves it.
 */
public final class KeyDevice {

  private final KeyPair keys;

  private KeyDevice(KeyPair keys) {
    this.keys = keys;
  }

  /**
   * Opens a device in which one key stands, EC or RSA, with any certificate.
   *
   * @param configuration the file that names the device's library and slot, as the provider
   *     SunPKCS11 of the JDK reads it
   * @param pin the secret that opens the device
   * @throws IllegalStateException if it cannot be opened, or there is not one key in it
   */
  public static KeyDevice open(Path configuration, char[] pin) {
    try {
      Provider provider =
          installed(Security.getProvider("SunPKCS11").configure(configuration + ""));
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      List<String> names = Collections.list(store.aliases());
      if (names.size() != 1 || !store.isKeyEntry(names.getFirst())) {
        throw new IllegalStateException(
            "the device of %s must have one key, and has %s".formatted(configuration, names));
      }
      PrivateKey key = (PrivateKey) store.getKey(names.getFirst(), null);
      return new KeyDevice(new KeyPair(store.getCertificate(names.getFirst()).getPublicKey(), key));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new IllegalStateException(
          "the device of %s cannot be opened".formatted(configuration), e);
    }
  }

  // A key finds the provider of its device by itself, if that is known to the machine.
  private static Provider installed(Provider provider) {
    Provider known = Security.getProvider(provider.getName());
    if (known != null) {
      return known;
    }
    Security.addProvider(provider);
    return provider;
  }

  /** The key, which is a mere reference to it, and its public half. */
  KeyPair keys() {
    return keys;
  }
}
