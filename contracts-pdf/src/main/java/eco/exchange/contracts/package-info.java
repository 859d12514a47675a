/**
 * The common part of this module: the reasons for which it refuses, the configuration of the centre
 * and its keys, and the way of long work off the event loop.
 *
 * <p>What is agreed stands in a {@link eco.exchange.contracts.deal.Deal}; its clauses are printed,
 * attached as data, signed and sealed as one paper, and whoever holds the paper can prove it with
 * {@link eco.exchange.contracts.proof.ContractVerifier}.
 */
@NullMarked
package eco.exchange.contracts;

import org.jspecify.annotations.NullMarked;
