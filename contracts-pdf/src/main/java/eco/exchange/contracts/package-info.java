/**
 * The contract from the award to the certificate: drawn, signed by both parties, sealed, proven.
 *
 * <p>{@link eco.exchange.contracts.Contracts} is the only door. What is agreed stands in a {@link
 * eco.exchange.contracts.clause.Deal}; its clauses are printed, attached as data, signed and sealed
 * as one paper, and whoever holds the paper can prove it with {@link
 * eco.exchange.contracts.proof.ContractVerifier}.
 */
@NullMarked
package eco.exchange.contracts;

import org.jspecify.annotations.NullMarked;
