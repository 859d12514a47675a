/**
 * What the rooms of this module share: why they refuse, who the centre is and where its keys are,
 * and how work that takes long leaves the event loop.
 *
 * <p>What is agreed stands in a {@link eco.exchange.contracts.deal.Deal}; its clauses are printed,
 * attached as data, signed and sealed as one paper, and whoever holds the paper can prove it with
 * {@link eco.exchange.contracts.proof.ContractVerifier}.
 */
@NullMarked
package eco.exchange.contracts;

import org.jspecify.annotations.NullMarked;
