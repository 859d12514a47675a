/** How messages of the bank are read, and what is not read. */
@NullMarked
package eco.exchange.settlement.iso;

import org.jspecify.annotations.NullMarked;
