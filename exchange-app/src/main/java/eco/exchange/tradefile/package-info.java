/**
 * The public file of a trade, read over all modules: the offer, the auction, the award, the
 * contract, the distributions, and what has happened when.
 *
 * <p>{@link eco.exchange.tradefile.TradeFiles} puts it together from the views of the doors;
 * nothing is decided or written here. The packages below it do the same for the deal that a
 * contract states, for the papers of the centre and for the accounts of villages.
 */
@NullMarked
package eco.exchange.tradefile;

import org.jspecify.annotations.NullMarked;
