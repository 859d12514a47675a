package eco.exchange.sharing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of income, each with a waterfall of its own. */
public enum Income {
  /** 成交价款: what the buyer pays for the right. */
  PRICE("成交价款", null),
  /** 年度经营收入: what the operator shares out of each year's business. */
  REVENUE("年度经营收入", null),
  /** 分期价款: a part of the price that is paid later; shared like the price if not otherwise. */
  INSTALMENT("分期价款", PRICE),
  /** 补偿: what is paid for the expropriation or the damage of what was sold. */
  COMPENSATION("补偿", null),
  /** 违约金: what a party pays for breaking the contract; shared like revenue if not otherwise. */
  PENALTY("违约金", REVENUE);

  private final String zh;
  private final @Nullable Income like;

  Income(String zh, @Nullable Income like) {
    this.zh = zh;
    this.like = like;
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
    return this == PRICE || this == REVENUE;
  }

  /** Whether it is the price or a part of it, which belongs to no year. */
  public boolean isOfThePrice() {
    return this == PRICE || this == INSTALMENT;
  }

  /** The kind of income by whose steps it is shared if the contract has none for it. */
  public Optional<Income> like() {
    return Optional.ofNullable(like);
  }
}
