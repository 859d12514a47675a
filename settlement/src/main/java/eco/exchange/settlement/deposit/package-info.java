/**
 * Deposits of bidders: awaited on a sub-account, held, then applied to the price, given back or
 * lost.
 *
 * <p>While a complaint is open deposits are frozen (R-QUA-9): they neither go back, nor become
 * price, nor are lost. A lost deposit pays the service fees of both sides first, and the rest goes
 * to the transferor (R-QUA-8). {@link eco.exchange.settlement.deposit.Deposits} is the door.
 */
@NullMarked
package eco.exchange.settlement.deposit;

import org.jspecify.annotations.NullMarked;
