/**
 * Contracts from the award to the certificate: drawn, signed by both parties, sealed, fulfilled.
 *
 * <p>{@link eco.exchange.contracts.contract.Contracts} draws a contract from a deal, has it signed
 * and sealed, and issues its certificate and the other papers of the centre. The store keeps the
 * state of a contract, its paper and its event in one transaction.
 */
@NullMarked
package eco.exchange.contracts.contract;

import org.jspecify.annotations.NullMarked;
