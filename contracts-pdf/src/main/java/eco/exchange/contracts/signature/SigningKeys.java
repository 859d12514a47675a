package eco.exchange.contracts.signature;

import eco.exchange.market.PartyRef;

/**
 * The keys with which parties sign and the centre seals.
 *
 * <p>Where they are kept, in files or in a device, is nobody's concern but theirs. Whoever signs
 * twice signs with the same key as long as its certificate is valid.
 */
public interface SigningKeys {

  /** The signer of a party; its key is made when it is first asked for. */
  Signer of(PartyRef party);

  /** The centre, which seals. */
  Signer centre();
}
