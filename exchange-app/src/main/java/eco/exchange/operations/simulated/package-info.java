/** A bank to try things with: its own process, real files, and faults where they are wanted. */
@NullMarked
package eco.exchange.operations.simulated;

import org.jspecify.annotations.NullMarked;
