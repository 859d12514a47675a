/**
 * Rosters: who are the members of a collective on the record date, and what counts when they share.
 *
 * <p>A roster is filed by the collective, shown for objections, and fixed by two persons of the
 * centre; fixed, it never changes, and another version takes its place for what comes after.
 * Persons are known here by their numbers on the roster alone: whatever identifies somebody comes
 * sealed. {@link eco.exchange.settlement.roster.Rosters} is the door.
 */
@NullMarked
package eco.exchange.settlement.roster;

import org.jspecify.annotations.NullMarked;
