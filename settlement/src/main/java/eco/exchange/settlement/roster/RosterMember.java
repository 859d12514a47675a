package eco.exchange.settlement.roster;

import eco.exchange.settlement.person.SealedPerson;

/**
 * A member of a collective, as a roster lists it.
 *
 * @param number its number on the roster of this collective, kept from one version to the next
 * @param household the number of its household; who is listed first of a household represents it
 * @param shares how many shares it holds; nought if the collective has none
 * @param shown the name as the public may read it, for example '张*'
 * @param sealed the person
 */
public record RosterMember(
    String number, String household, long shares, String shown, SealedPerson sealed) {}
