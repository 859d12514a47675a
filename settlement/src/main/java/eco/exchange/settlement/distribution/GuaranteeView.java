package eco.exchange.settlement.distribution;

import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * A guarantee as the transferor has accepted it.
 *
 * @param guarantee the guarantee
 * @param acceptedBy who accepted it for the transferor
 * @param acceptedAt when
 */
public record GuaranteeView(AcceptGuarantee guarantee, AccountId acceptedBy, Instant acceptedAt) {}
