/** Tests of lines and pages. */
@NullMarked
package eco.exchange.contracts.print.layout;

import org.jspecify.annotations.NullMarked;
