/**
 * Signatures on papers by PAdES: made here with a key of the exchange, or brought by a party.
 *
 * <p>{@link eco.exchange.contracts.signature.PaperSigner} signs and seals; {@link
 * eco.exchange.contracts.signature.BroughtSignature} leaves a place for a signature that is made
 * elsewhere, by a {@link eco.exchange.contracts.signature.BroughtCertificate}.
 */
@NullMarked
package eco.exchange.contracts.signature;

import org.jspecify.annotations.NullMarked;
