/** The Chinese wording of amounts, dates and quantities on papers. */
@NullMarked
package eco.exchange.contracts.wording;

import org.jspecify.annotations.NullMarked;
