/** The folders in which the exchange and its bank leave files for each other. */
@NullMarked
package eco.exchange.operations.bank;

import org.jspecify.annotations.NullMarked;
