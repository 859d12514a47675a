package eco.exchange.market;

/**
 * The person who acts, signed in, and the party for which that person acts.
 *
 * <p>Four eyes are counted by account, ownership is checked by party.
 *
 * @param account the person
 * @param party the party
 */
public record Actor(AccountId account, PartyId party) {}
