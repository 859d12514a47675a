package eco.exchange.bidding.award;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.ApplicationStore;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.PartyCheck;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Ending.Sold;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The winners of a lot: what they offered, and whether they may sign for it. */
final class WinnerCheck {

  private final LotStore lots;
  private final ApplicationStore applications;
  private final PartyCheck check;

  WinnerCheck(LotStore lots, ApplicationStore applications, PartyCheck check) {
    this.lots = lots;
    this.applications = applications;
    this.check = check;
  }

  /** The lot, which has an award. */
  Uni<Lot> lot(TradeId trade) {
    return lots.lot(trade).map(Optional::orElseThrow);
  }

  /** Every reason why a party may not sign the contract of a lot. */
  Uni<List<Refusal>> reasonsAgainst(Lot lot, PartyId party) {
    return Uni.combine()
        .all()
        .unis(
            applications.applicationOf(lot.trade(), party),
            check.of(lot.trade(), party, RestrictedAct.SIGN))
        .with(
            (application, findings) ->
                findings.reasons(lot, application.map(ApplicationView::related).orElse(List.of())));
  }

  /** The place of a party in the ranking. */
  static Optional<Ranked> placeOf(PartyId party, Lot lot) {
    return lot.auction() instanceof Closed closed && closed.ending() instanceof Sold sold
        ? sold.ranking().stream()
            .filter(place -> lot.bidder(place.paddle()).equals(party))
            .findFirst()
        : Optional.empty();
  }
}
