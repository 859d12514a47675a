/** Tests of the printing of papers. */
@NullMarked
package eco.exchange.contracts.print;

import org.jspecify.annotations.NullMarked;
