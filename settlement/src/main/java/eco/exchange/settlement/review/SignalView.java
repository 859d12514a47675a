package eco.exchange.settlement.review;

import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * An independent sign, as it was noted.
 *
 * @param signal what it says
 * @param notedBy who has noted it
 * @param notedAt when
 */
public record SignalView(NoteSignal signal, AccountId notedBy, Instant notedAt) {}
