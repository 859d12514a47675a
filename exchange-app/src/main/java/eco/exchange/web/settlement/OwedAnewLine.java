package eco.exchange.web.settlement;

import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.ownpayment.OwedAnewView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.Occasion;
import eco.exchange.wording.OwedAnewWording;
import java.time.Instant;
import java.util.Optional;

/**
 * What the party that asks is to pay anew, because the bank has taken back what it had paid.
 *
 * @param subAccount where it is paid
 * @param trade the trade to which it belongs
 * @param purpose for what the party had paid
 * @param occasion what was paid for; empty for a deposit
 * @param amount how much in all
 * @param paid what of it has come in so far; only a deposit comes in parts
 * @param missing what has not come in yet
 * @param words in English, why, and what follows from paying it
 * @param wordsZh the same in Chinese
 * @param since when the bank has taken it back
 * @param dueAt by when it is due; empty if the law sets no day
 */
record OwedAnewLine(
    String subAccount,
    TradeId trade,
    SubAccountPurpose purpose,
    Optional<Occasion> occasion,
    Money amount,
    Money paid,
    Money missing,
    String words,
    String wordsZh,
    Instant since,
    Optional<Instant> dueAt) {

  static OwedAnewLine of(OwedAnewView view) {
    OwedAnewWording words = OwedAnewWording.of(view);
    return new OwedAnewLine(
        view.subAccount(),
        view.trade(),
        view.purpose(),
        view.occasion(),
        view.amount(),
        view.paid(),
        view.missing(),
        words.en(),
        words.zh(),
        view.since(),
        view.dueAt());
  }
}
