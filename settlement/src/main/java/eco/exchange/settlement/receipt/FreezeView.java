package eco.exchange.settlement.receipt;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.Optional;

/**
 * An order to keep deposits where they are while a complaint is open, or to let them go again.
 *
 * @param trade the trade that is complained about
 * @param bidder whose deposits; of all bidders if nobody is named
 * @param kind whether it freezes or thaws
 * @param document the number of the complaint, or of the decision about it
 * @param by who has ordered it
 * @param at when
 */
public record FreezeView(
    TradeId trade, Optional<PartyId> bidder, Kind kind, String document, AccountId by, Instant at) {

  /** What is ordered. */
  public enum Kind {
    /** Deposits stay where they are. */
    FREEZE,
    /** Deposits go their way again. */
    THAW
  }

  /** Whether the order is about the deposits of a party. */
  public boolean isAbout(PartyId party) {
    return bidder.map(party::equals).orElse(true);
  }
}
