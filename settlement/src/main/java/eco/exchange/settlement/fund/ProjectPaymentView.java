package eco.exchange.settlement.fund;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment that was asked for, and what was decided.
 *
 * @param number counts the payments of the project from 1
 * @param asked what was asked for
 * @param askedBy who has asked
 * @param askedAt when
 * @param decision what was decided
 */
public record ProjectPaymentView(
    int number, AskPayment asked, AccountId askedBy, Instant askedAt, Optional<Decision> decision) {

  /**
   * What was decided about a payment.
   *
   * @param isPaid whether the bank was ordered to pay
   * @param opinion why
   * @param reviewedBy the first of the two
   * @param decidedBy the second
   * @param decidedAt when
   */
  public record Decision(
      boolean isPaid,
      String opinion,
      AccountId reviewedBy,
      AccountId decidedBy,
      Instant decidedAt) {}

  /** The key under which it is kept, for example 'F422823-001/2/1'. */
  public String key() {
    return asked.project() + "/" + number;
  }

  ProjectPaymentView decided(Decision told) {
    return new ProjectPaymentView(number, asked, askedBy, askedAt, Optional.of(told));
  }
}
