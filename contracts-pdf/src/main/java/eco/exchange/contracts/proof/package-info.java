/**
 * The proof of a paper: its seal, its signatures, its terms, its print, and the statements that
 * belong to it.
 *
 * <p>{@link eco.exchange.contracts.proof.ContractVerifier} needs nothing but the paper and runs
 * without the exchange. {@link eco.exchange.contracts.proof.Proofs} offers the same to anybody over
 * the network, with the root, the revocations and the time stamps of this exchange.
 */
@NullMarked
package eco.exchange.contracts.proof;

import org.jspecify.annotations.NullMarked;
