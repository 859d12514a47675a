package eco.exchange.sharing;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of income, each with a waterfall of its own. */
public enum Income {
  /** 成交价款: what the buyer pays for the right. */
  PRICE("成交价款"),
  /** 年度经营收入: what the operator shares out of each year's business. */
  REVENUE("年度经营收入"),
  /** 分期价款: a part of the price that is paid later; shared like the price if not otherwise. */
  INSTALMENT("分期价款", PRICE),
  /** 补偿: what is paid for the expropriation or the damage of what was sold. */
  COMPENSATION("补偿"),
  /**
   * 违约金: what a party pays for breaking the contract; shared like revenue if not otherwise, and
   * where there is none like the price.
   */
  PENALTY("违约金", REVENUE, PRICE);

  private final String zh;
  private final List<Income> like;

  Income(String zh, Income... like) {
    this.zh = zh;
    this.like = List.of(like);
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }

  /** The name with what it was paid for, as it is printed, for example '2027年度经营收入'. */
  public String zh(Occasion occasion) {
    return switch (this) {
      case PRICE, INSTALMENT -> occasion.zh();
      case REVENUE -> occasion.zh() + "经营收入";
      case COMPENSATION, PENALTY -> occasion.zh() + zh;
    };
  }

  /** Whether this kind of income is paid for such an occasion; a penalty may be for any. */
  public boolean isPaidFor(Occasion occasion) {
    return switch (this) {
      case PRICE -> occasion instanceof Occasion.Price;
      case INSTALMENT -> occasion instanceof Occasion.Instalment;
      case REVENUE -> occasion.calendarYear().isPresent();
      case COMPENSATION -> occasion instanceof Occasion.Year;
      case PENALTY -> true;
    };
  }

  /** Whether every contract says how it is shared. */
  public boolean isAlwaysShared() {
    return this == PRICE;
  }

  /** Whether it is the price or a part of it, which belongs to no year. */
  public boolean isOfThePrice() {
    return this == PRICE || this == INSTALMENT;
  }

  /** The kinds of income of which the first that the contract shares gives the steps for it. */
  public Stream<Income> like() {
    return like.stream();
  }
}
