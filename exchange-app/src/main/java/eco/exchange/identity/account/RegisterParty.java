package eco.exchange.identity.account;

import eco.exchange.market.PartyId;

/**
 * The command to register a party.
 *
 * @param party its new identity; doing it again with the same one changes nothing
 * @param kind what sort of body it is
 * @param name the full name, as registered
 * @param number the credit code, or the citizen number of an individual
 */
public record RegisterParty(PartyId party, PartyKind kind, String name, String number) {

  // The number may be a secret, so it stays out of logs.
  @Override
  public String toString() {
    return "RegisterParty[" + party + ", " + kind + ", " + name + "]";
  }
}
