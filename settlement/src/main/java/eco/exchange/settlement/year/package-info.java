/**
 * Whole years of all contracts: shared in one run, and in the end closed.
 *
 * <p>A run is proposed by one person and approved by another; it shares every revenue of the year
 * that has come in, leaves out what is disputed or still being verified, and can be broken off and
 * gone on with. Of a closed year nothing is reported or shared any more. {@link
 * eco.exchange.settlement.year.YearEnd} is the door.
 */
@NullMarked
package eco.exchange.settlement.year;

import org.jspecify.annotations.NullMarked;
