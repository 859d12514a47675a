package eco.exchange.settlement.ownpayment;

import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;

/**
 * What a party is to pay anew, because the bank has taken back what it had paid.
 *
 * @param subAccount where it is paid
 * @param trade the trade to which it belongs
 * @param purpose for what the party had paid, never RECOURSE
 * @param occasion what was paid for; empty for a deposit
 * @param amount how much in all
 * @param paid what of it has come in so far; only a deposit comes in parts
 * @param since when the bank has taken it back
 * @param dueAt by when; empty if the law sets no day
 * @param isUsed whether what the party had paid was used already, so that it is a debt
 */
public record OwedAnewView(
    String subAccount,
    TradeId trade,
    SubAccountPurpose purpose,
    Optional<Occasion> occasion,
    Money amount,
    Money paid,
    Instant since,
    Optional<Instant> dueAt,
    boolean isUsed) {

  /** What has not come in yet. */
  public Money missing() {
    return amount.minus(paid);
  }
}
