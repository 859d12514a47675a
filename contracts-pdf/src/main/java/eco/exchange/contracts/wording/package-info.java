/** How papers word amounts, dates and quantities. */
@NullMarked
package eco.exchange.contracts.wording;

import org.jspecify.annotations.NullMarked;
