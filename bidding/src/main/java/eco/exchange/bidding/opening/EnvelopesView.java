package eco.exchange.bidding.opening;

import eco.exchange.bidding.envelope.SealedOffer;
import java.util.List;

/**
 * The envelopes of a lot, as the holders take them to their own machines after the deadline.
 *
 * @param keys the keys of the lot
 * @param envelopes the offers that stand: neither replaced nor withdrawn
 */
public record EnvelopesView(LotKeysView keys, List<SealedOffer> envelopes) {}
