/**
 * Sealed offers: the keys of the three holders, receipts, and the opening by two of them.
 *
 * <p>{@link eco.exchange.bidding.opening.SealedOffers} is the door. The exchange has no key: it
 * keeps envelopes in the book of the lot, and after the deadline the shares that holders found in
 * them. {@code OfferOpening} says how far the opening of a lot has come and when it is final;
 * {@code OpeningProcedure} carries it out, and the offers then enter the auction as one act of the
 * centre.
 */
@NullMarked
package eco.exchange.bidding.opening;

import org.jspecify.annotations.NullMarked;
