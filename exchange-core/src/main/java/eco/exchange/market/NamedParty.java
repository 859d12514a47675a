package eco.exchange.market;

/**
 * A party as papers and pages name it: its identity and its full name.
 *
 * @param id the party
 * @param name the full name, as registered
 */
public record NamedParty(PartyId id, String name) {}
