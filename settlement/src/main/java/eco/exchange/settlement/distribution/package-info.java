/**
 * The escrow of a contract and what is shared out of it, as values.
 *
 * <p>The escrow is what settlement has taken from the sealed paper: terms, amendments, instalments,
 * guarantee, and the facts noted of each year. A revenue is reported each year. A distribution is
 * one income shared by the terms in force, and it is the transfers that it makes; a statement
 * explains a payee's part of it.
 */
@NullMarked
package eco.exchange.settlement.distribution;

import org.jspecify.annotations.NullMarked;
