/** The door to collectives on the database of a test. */
@NullMarked
package eco.exchange.settlement.collective;

import org.jspecify.annotations.NullMarked;
