package eco.exchange.identity.secret;

import eco.exchange.market.CitizenNumber;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The vault of citizen numbers: sealed, and found again by a blind index.
 *
 * <p>A sealed number is bound to its party, so that it cannot be moved to another row.
 */
@Singleton
public class CitizenVault {

  private static final String SEALING = "sealing";
  private static final String INDEX = "index";

  private final DataKey key;

  @Inject
  CitizenVault(DataKey key) {
    this.key = key;
  }

  /** Seals the number of a party; twice the same number gives different bytes. */
  public byte[] seal(CitizenNumber number, UUID party) {
    return key.seal(SEALING, number.number(), party.toString());
  }

  /**
   * Opens what was sealed for a party.
   *
   * @throws IllegalStateException if it was sealed with another key, for another party, or changed
   */
  public CitizenNumber open(byte[] sealed, UUID party) {
    return new CitizenNumber(key.open(SEALING, sealed, party.toString()));
  }

  /** What the same number always gives, and from which nobody without the key can tell it. */
  public byte[] index(CitizenNumber number) {
    return key.mark(INDEX, number.number());
  }
}
