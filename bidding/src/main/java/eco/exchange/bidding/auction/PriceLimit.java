package eco.exchange.bidding.auction;

import eco.exchange.money.Money;

/** The limit of every price that is taken. */
public final class PriceLimit {

  /** The highest price that is taken: 10^13 yuan, far below where sums would overflow. */
  public static final Money MAX = new Money(1_000_000_000_000_000L);

  private PriceLimit() {}
}
