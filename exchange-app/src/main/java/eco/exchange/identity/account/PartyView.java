package eco.exchange.identity.account;

import eco.exchange.identity.secret.MaskedName;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;

/**
 * A party as others see it.
 *
 * @param party the party
 * @param kind what sort of body it is
 * @param name the full name, as registered
 * @param code the credit code, or the masked citizen number of an individual
 */
public record PartyView(PartyId party, PartyKind kind, String name, String code) {

  /** What the public reads in a result: of a person only the first character, as in 张*. */
  public String publicName() {
    return kind == PartyKind.INDIVIDUAL ? MaskedName.of(name) : name;
  }

  /** The party as papers name it. */
  public NamedParty ref() {
    return new NamedParty(party, name);
  }
}
