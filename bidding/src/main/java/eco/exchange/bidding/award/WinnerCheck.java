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

/** Knows those who came out first on a lot: what they offered, and whether they may sign for it. */
final class WinnerCheck {

  private final LotStore auctions;
  private final ApplicationStore applications;
  private final PartyCheck vetting;

  WinnerCheck(LotStore auctions, ApplicationStore applications, PartyCheck vetting) {
    this.auctions = auctions;
    this.applications = applications;
    this.vetting = vetting;
  }

  /** The lot, which has an award. */
  Uni<Lot> lot(TradeId trade) {
    return auctions.lot(trade).map(Optional::orElseThrow);
  }

  /** Every reason why a party may not sign the contract of a lot. */
  Uni<List<Refusal>> reasonsAgainst(Lot lot, PartyId party) {
    return Uni.combine()
        .all()
        .unis(
            applications.applicationOf(lot.trade(), party),
            vetting.of(lot.trade(), party, RestrictedAct.SIGN))
        .with(
            (application, vetted) ->
                vetted.reasons(lot, application.map(ApplicationView::related).orElse(List.of())));
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
