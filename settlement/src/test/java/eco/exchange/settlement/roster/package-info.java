/** The door to rosters on the database of a test. */
@NullMarked
package eco.exchange.settlement.roster;

import org.jspecify.annotations.NullMarked;
