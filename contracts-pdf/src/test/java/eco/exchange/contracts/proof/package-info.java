/** Tests of the proof: what is genuine passes, and whatever was touched is named. */
@NullMarked
package eco.exchange.contracts.proof;

import org.jspecify.annotations.NullMarked;
