/**
 * The keys with which parties sign and the centre seals, their certificates, and time stamps.
 *
 * <p>{@link eco.exchange.contracts.key.SignatureKeys} are kept in files or in a device; a {@link
 * eco.exchange.contracts.key.Signer} is one of them with the certificates that vouch for it. A
 * {@link eco.exchange.contracts.key.TimeStampAuthority} is the exchange's own or one elsewhere.
 */
@NullMarked
package eco.exchange.contracts.key;

import org.jspecify.annotations.NullMarked;
