package eco.exchange.portal;

import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.PriceInstalment;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.tradefile.PublicEvent;
import eco.exchange.tradefile.TradeFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contents of the page of a trade.
 *
 * @param file what the public may know
 * @param bids the last bids, the highest first
 * @param milestones how far the trade has come
 * @param examples how the reserve price, and a year with a million yuan, would be shared
 * @param due the instalments of the price, if it is paid in such
 * @param shared how each income was shared
 */
record TradePage(
    TradeFile file,
    List<BidView> bids,
    List<Milestone> milestones,
    List<IncomeTable> examples,
    List<Due> due,
    List<IncomeTable> shared) {

  private static final Money YEAR_EXAMPLE = Money.yuan("1000000.00");

  /** One step on the way of a trade: what it is called, and when it was taken. */
  record Milestone(String name, Optional<Instant> at) {}

  /** One instalment of the price, and whether it has come in and is shared. */
  record Due(PriceInstalment instalment, boolean isShared) {}

  static TradePage of(TradeFile file, List<BidView> bids, List<PublicEvent> happenings) {
    SharingTerms terms = file.offer().terms();
    return new TradePage(
        file,
        bids.reversed(),
        milestones(happenings, file.offer().plan().isPresent()),
        Stream.concat(
                Stream.of(price(file.offer())),
                Stream.of(terms)
                    .filter(it -> it.shares(Income.REVENUE))
                    .map(it -> example(it, Income.REVENUE, YEAR_EXAMPLE)))
            .toList(),
        file.instalments().stream().map(instalment -> due(file, instalment)).toList(),
        file.distributions().stream().map(TradePage::shared).toList());
  }

  /** Whether there is an auction that is not over, which the page then shows live. */
  public boolean isLive() {
    return file.auction().filter(it -> it.state() != AuctionView.State.CLOSED).isPresent();
  }

  /** Whether there was an auction and it is over. */
  public boolean isClosed() {
    return file.auction().isPresent() && !isLive();
  }

  // Of a price in instalments the first is shown.
  private static IncomeTable price(TradeFile.Offer offer) {
    Money reserve = offer.lotTerms().reserve();
    return offer
        .plan()
        .map(plan -> plan.principals(reserve).getFirst())
        .map(first -> example(offer.terms(), Income.INSTALMENT, first))
        .orElseGet(() -> example(offer.terms(), Income.PRICE, reserve));
  }

  private static List<Milestone> milestones(List<PublicEvent> happenings, boolean inInstalments) {
    boolean failed = happenings.stream().anyMatch(h -> h.kind().equals("LotUnsold"));
    Stream<Map.Entry<String, String>> way =
        failed
            ? Stream.of(Map.entry("ListingDisclosed", "公开披露"), Map.entry("LotUnsold", "未成交"))
            : Stream.of(
                Map.entry("ListingDisclosed", "公开披露"),
                Map.entry("LotAwarded", "竞价成交"),
                Map.entry("AwardApproved", "成交批准"),
                Map.entry("ContractIssued", "合同生成"),
                Map.entry("ContractEffective", "合同生效"),
                Map.entry("PriceSettled", inInstalments ? "首期付清、担保认可" : "价款结清"),
                Map.entry("TradeCertified", "出具凭证"),
                Map.entry("RevenueDistributed", "收益分配"));
    return way.map(step -> new Milestone(step.getValue(), first(step.getKey(), happenings)))
        .toList();
  }

  private static Optional<Instant> first(String kind, List<PublicEvent> happenings) {
    return happenings.stream().filter(h -> h.kind().equals(kind)).map(PublicEvent::at).findFirst();
  }

  // Shared by the very code that will share the money, so that the example cannot say otherwise.
  private static IncomeTable example(SharingTerms terms, Income income, Money whole) {
    Distribution distribution = terms.distribute(income, whole, DistributionBasis.NONE);
    return new IncomeTable(
        income,
        Optional.empty(),
        whole,
        distribution.parts().stream()
            .map(part -> IncomeTable.part(terms.payee(part.payee()), part.amount(), whole))
            .toList());
  }

  private static Due due(TradeFile file, PriceInstalment instalment) {
    return new Due(
        instalment,
        file.distributions().stream()
            .anyMatch(
                shared ->
                    shared.income() == Income.INSTALMENT
                        && shared.occasion().equals(instalment.occasion())));
  }

  private static IncomeTable shared(DistributionView told) {
    return new IncomeTable(
        told.income(),
        Optional.of(told.occasion()),
        told.whole(),
        told.parts().stream().map(part -> IncomeTable.part(part, told.whole())).toList());
  }
}
