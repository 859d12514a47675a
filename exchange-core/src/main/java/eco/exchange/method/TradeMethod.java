package eco.exchange.method;

import java.util.Arrays;

/** The ways to sell a right (交易方式); what each method needs to be told stands in its terms. */
public enum TradeMethod {
  /** 网络竞价(多次报价): rising bids in the open; a late bid keeps the auction open. */
  ENGLISH_ONLINE("网络竞价(多次报价)", MethodTerms.English.class, true),
  /** 挂牌加限时竞价: rising listing bids; who bid may join a timed bidding after the window. */
  LISTING_THEN_TIMED("挂牌加限时竞价", MethodTerms.ListingThenTimed.class, true),
  /** 一次报价: sealed offers, opened together; the highest wins. */
  SEALED_ONE_SHOT("一次报价", MethodTerms.SealedOneShot.class, true),
  /** 价格优先、时间优先: a sealed offer that may be corrected; price decides, then time. */
  PRICE_TIME("价格优先时间优先报价", MethodTerms.PriceTime.class, true),
  /** 权重报价: sealed offers, scored by price and by published criteria. */
  WEIGHTED("权重报价", MethodTerms.Weighted.class, false),
  /** 降价竞价: a falling price until somebody takes it, then sealed offers, then a last word. */
  DESCENDING("降价竞价", MethodTerms.Descending.class, false),
  /** 招标: sealed offers, scored; with fewer than three bidders nothing is opened. */
  TENDER("招标", MethodTerms.Tender.class, false),
  /** 协议转让: with the only qualified bidder, at the higher of listing price and bid. */
  NEGOTIATED("协议转让", MethodTerms.Negotiated.class, true),
  /** 收益分成竞价: offers of a yearly rent and a share of the revenue, compared by present value. */
  SHARE_OF_REVENUE("收益分成竞价", MethodTerms.ShareOfRevenue.class, false);

  private final String zh;
  private final Class<? extends MethodTerms> terms;
  private final boolean usual;

  TradeMethod(String zh, Class<? extends MethodTerms> terms, boolean usual) {
    this.zh = zh;
    this.terms = terms;
    this.usual = usual;
  }

  /** The method that has these terms. */
  public static TradeMethod of(MethodTerms terms) {
    return Arrays.stream(values())
        .filter(method -> method.terms == terms.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no method has " + terms));
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }

  /** The record of what a notice tells about this method. */
  public Class<? extends MethodTerms> terms() {
    return terms;
  }

  /**
   * Whether the rulebook has usual terms of this method, which hold if a listing says nothing else;
   * if not, the listing says all.
   */
  public boolean hasUsualTerms() {
    return usual;
  }
}
