/**
 * The reinvestment funds: what contracts give back to a watershed, and the erosion-control works on
 * which alone it is spent.
 *
 * <p>A fund has one account. Its ledger is public: each entry names the one before by its hash.
 * {@link eco.exchange.settlement.fund.Funds} is the door.
 */
@NullMarked
package eco.exchange.settlement.fund;

import org.jspecify.annotations.NullMarked;
