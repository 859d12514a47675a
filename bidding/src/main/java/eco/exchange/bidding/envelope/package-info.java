/**
 * The envelope of a sealed offer: how a bidder closes it, and how two of three holders open it.
 *
 * <p>Nothing here is cryptography of our own: AES-256-GCM encrypts the offer under a key of its
 * own, Shamir's scheme splits that key 2 of 3, and HPKE (RFC 9180) encrypts each share to one
 * {@link eco.exchange.bidding.envelope.Holder}. All of it is pure and knows no store, so that
 * bidders and holders run the same code on their own machines. Whatever comes in may be hostile;
 * the answer is then an {@link eco.exchange.bidding.envelope.EnvelopeFault}, never an exception.
 */
@NullMarked
package eco.exchange.bidding.envelope;

import org.jspecify.annotations.NullMarked;
