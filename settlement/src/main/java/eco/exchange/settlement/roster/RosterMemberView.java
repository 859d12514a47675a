package eco.exchange.settlement.roster;

/**
 * A line of a roster as the public may read it, and from which its hash can be computed again.
 *
 * @param number the number of the member
 * @param household the number of its household
 * @param shares how many shares it holds
 * @param shown the masked name
 * @param mark the hash of the personal code, which only that person can show
 */
public record RosterMemberView(
    String number, String household, long shares, String shown, String mark) {}
