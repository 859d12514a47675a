/** Tests of the printing of papers. */
@NullMarked
package eco.exchange.contracts.paper;

import org.jspecify.annotations.NullMarked;
