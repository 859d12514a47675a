package eco.exchange.wording;

import eco.exchange.settlement.ownpayment.OwedAnewView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;

/**
 * The wording of why a party is to pay something anew, and how.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record OwedAnewWording(String zh, String en) {

  /** Why this is owed, and what follows from paying it. */
  public static OwedAnewWording of(OwedAnewView owed) {
    if (!owed.isUsed()) {
      return new OwedAnewWording(
          "已缴纳的竞买保证金被银行收回；在截止时间前重新缴足的，恢复竞买资格，可以分笔缴纳",
          "The bank has taken back the deposit; once it has been paid anew in time, in one transfer"
              + " or several, you may bid again");
    }
    return new OwedAnewWording(
        "%s已经动用，但被银行收回，请一次付清；到账之前本交易暂不付款".formatted(zh(owed)),
        ("The bank has taken back %s, which had been used already; please pay it anew in one"
                + " transfer. Until then nothing of this trade is paid out")
            .formatted(en(owed)));
  }

  // Only a deposit is paid for nothing yet.
  private static String zh(OwedAnewView owed) {
    return owed.occasion().map(occasion -> zh(owed.purpose(), occasion)).orElse("竞买保证金");
  }

  private static String zh(SubAccountPurpose purpose, Occasion occasion) {
    return switch (purpose) {
      case REVENUE -> Income.REVENUE.zh(occasion);
      case PENALTY -> Income.PENALTY.zh(occasion);
      case DEPOSIT, PRICE, INSTALMENT, RECOURSE -> occasion.zh();
    };
  }

  private static String en(OwedAnewView owed) {
    return owed.occasion().map(occasion -> en(owed.purpose(), occasion)).orElse("the deposit");
  }

  private static String en(SubAccountPurpose purpose, Occasion occasion) {
    return switch (purpose) {
      case REVENUE -> "the revenue of " + en(occasion);
      case PENALTY -> "the penalty for " + en(occasion);
      case DEPOSIT, PRICE, INSTALMENT, RECOURSE -> en(occasion);
    };
  }

  private static String en(Occasion occasion) {
    return switch (occasion) {
      case Occasion.Price price -> "the price";
      case Occasion.Instalment part -> "instalment %d of the price".formatted(part.number());
      case Occasion.Year year -> Integer.toString(year.year());
      case Occasion.Supplement later ->
          "supplement %d of %d".formatted(later.number(), later.year());
    };
  }
}
