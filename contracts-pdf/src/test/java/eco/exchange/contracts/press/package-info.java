/** Tests of the printing of papers. */
@NullMarked
package eco.exchange.contracts.press;

import org.jspecify.annotations.NullMarked;
