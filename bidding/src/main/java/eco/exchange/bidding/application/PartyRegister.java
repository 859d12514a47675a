package eco.exchange.bidding.application;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The register of parties as bidding asks it: how a party is registered, and who has a hand in a
 * trade.
 */
public interface PartyRegister {

  /** Under which code a party is registered, and who may not bid on the lot of a trade. */
  Uni<Interests> interests(TradeId trade, PartyId party);

  /**
   * Who is who in a trade.
   *
   * @param code the credit code of the party asked for, or the masked number of a person
   * @param insiders those who may not bid, nor anybody of their group
   */
  record Interests(String code, List<Insider> insiders) {

    /** Copies the insiders. */
    public Interests {
      insiders = List.copyOf(insiders);
    }
  }

  /**
   * Somebody who has a hand in the trade (R-QUA-10).
   *
   * @param concern which hand
   * @param party the party
   * @param code its credit code, or the masked number of a person
   */
  record Insider(Concern concern, PartyId party, String code) {}

  /** What makes somebody an insider. */
  enum Concern {
    /** Sells the lot. */
    TRANSFEROR,
    /** Runs the market or watches over it. */
    CENTRE,
    /** Has appraised what is sold. */
    APPRAISER
  }
}
