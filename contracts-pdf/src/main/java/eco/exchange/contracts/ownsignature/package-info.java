/**
 * Signatures that parties make on their own machines, by certificates of authorities that the
 * centre trusts.
 *
 * <p>{@link eco.exchange.contracts.ownsignature.OwnSignatures} hands out the bytes to be signed, as
 * a {@link eco.exchange.contracts.ownsignature.SignatureDraft}, and takes back the signature. It
 * keeps nothing between the two steps.
 */
@NullMarked
package eco.exchange.contracts.ownsignature;

import org.jspecify.annotations.NullMarked;
