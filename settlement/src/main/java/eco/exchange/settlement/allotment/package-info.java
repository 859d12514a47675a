/**
 * Allotments: what a contract gives to the members of a collective, split among them, paid to each,
 * and shown to the village.
 *
 * <p>{@link eco.exchange.settlement.allotment.Allotments} is the door.
 */
@NullMarked
package eco.exchange.settlement.allotment;

import org.jspecify.annotations.NullMarked;
