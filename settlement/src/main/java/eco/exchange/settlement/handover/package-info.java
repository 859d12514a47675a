/**
 * The handing over of what was sold and the registration of the right, which follow the price.
 *
 * <p>A step is noted once, when all that is due for the price is in, with its day and its document.
 * {@link eco.exchange.settlement.handover.Handovers} is the door.
 */
@NullMarked
package eco.exchange.settlement.handover;

import org.jspecify.annotations.NullMarked;
