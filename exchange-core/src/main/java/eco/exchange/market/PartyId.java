package eco.exchange.market;

import java.util.UUID;

/**
 * The identity of a party: an enterprise, an individual, a collective or an authority.
 *
 * @param id the identity, which says nothing by itself
 */
public record PartyId(UUID id) {

  /** Reads an identity from its text. */
  public static PartyId parse(String text) {
    return new PartyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
