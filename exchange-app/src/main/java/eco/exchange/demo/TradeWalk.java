package eco.exchange.demo;

/**
 * One trade walked from the catalogue to the first year's distribution, and to the members of a
 * village.
 *
 * <p>Every step has a key of its own, so a walk that was broken off is simply walked again.
 */
public final class TradeWalk {

  private final TradeFacts facts;
  private final Market market;
  private final Agenda agenda;
  private final Diary diary;

  /** A walk through the market, side by side with the others on the agenda. */
  public TradeWalk(TradeFacts facts, Market market, Agenda agenda, Telling telling) {
    this.facts = facts;
    this.market = market;
    this.agenda = agenda;
    this.diary = new Diary(facts, market, telling);
  }

  /**
   * Walks the trade to its end.
   *
   * @return the code of the trade
   */
  public String walk() throws InterruptedException {
    Cast cast = cast();
    Sale sale = sale(cast);
    sale.comesToAward();
    Performance performance = performance(cast, sale);
    performance.isContracted();
    performance.isPaid();
    performance.sharesRevenue();
    if (facts.village().isPresent()) {
      new VillageWalk(cast, facts, market, agenda, diary, sale.trade()).isPaid();
    }
    return sale.trade();
  }

  /** The people of the trade open their accounts. */
  public Cast cast() {
    return Cast.of(facts, market, diary);
  }

  /** The sale, to be walked step by step. */
  public Sale sale(Cast cast) {
    return new Sale(cast, facts, market, agenda, diary);
  }

  /** What follows the award, to be walked step by step. */
  public Performance performance(Cast cast, Sale sale) {
    return new Performance(cast, facts, market, agenda, diary, sale);
  }
}
