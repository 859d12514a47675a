/**
 * The deal as data: what is agreed, its canonical JSON, and everything for which no contract may be
 * drawn from it.
 *
 * <p>{@link eco.exchange.contracts.deal.Deal} is all that a contract states; an {@link
 * eco.exchange.contracts.deal.AmendmentLink} in it makes it an amendment. A {@link
 * eco.exchange.contracts.deal.Matter} is what a contract must regulate by law. Papers carry the
 * deal inside, in the form of {@link eco.exchange.contracts.deal.DealJson}.
 */
@NullMarked
package eco.exchange.contracts.deal;

import org.jspecify.annotations.NullMarked;
