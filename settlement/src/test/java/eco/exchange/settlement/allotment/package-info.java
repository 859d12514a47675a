/** Tests of allotments. */
@NullMarked
package eco.exchange.settlement.allotment;

import org.jspecify.annotations.NullMarked;
