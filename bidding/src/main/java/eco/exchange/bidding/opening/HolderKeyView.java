package eco.exchange.bidding.opening;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * A registered public key of a holder.
 *
 * @param holder whose it is
 * @param number how many keys this holder has registered up to it
 * @param publicKey the X25519 key, 64 hexadecimal digits
 * @param registeredBy who registered it
 * @param registeredAt when
 */
public record HolderKeyView(
    Holder holder, int number, String publicKey, AccountId registeredBy, Instant registeredAt) {}
