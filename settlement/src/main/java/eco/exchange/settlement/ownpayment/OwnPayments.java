package eco.exchange.settlement.ownpayment;

import static eco.exchange.settlement.bank.BankRefusal.PAYEE_UNKNOWN;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.intake.Receipts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The payments to a party, the accounts that it tells for them, and what it owes anew because the
 * bank has taken back what it had paid.
 */
@ApplicationScoped
public class OwnPayments {

  private final PgOwnPaymentViews payments;
  private final Receipts receipts;
  private final Banking banking;

  OwnPayments(PgOwnPaymentViews payments, Receipts receipts, Banking banking) {
    this.payments = payments;
    this.receipts = receipts;
    this.banking = banking;
  }

  /** What a party is paid and was paid, and where each payment stands, latest first. */
  public Uni<Page<OwnPaymentView>> payments(PartyId party, Optional<String> after, int limit) {
    return payments.of(party, after, Math.clamp(limit, 1, Page.LIMIT_MAX));
  }

  /** What a party is to pay anew, in the order in which the bank has taken it back. */
  public Uni<List<OwedAnewView>> owedAnew(PartyId party) {
    return receipts.subAccountsOf(party).map(OwedAnewRules::of);
  }

  /**
   * Notes where the party of the actor is to be paid. It counts when somebody of the centre has
   * confirmed it.
   *
   * @return the note, or PAYEE_UNKNOWN, also of a payee that is another party, or ACCOUNT_UNFIT
   */
  public Uni<Answer<PayeeAccountView>> noteAccount(String payee, BankAccount account, Actor actor) {
    return payments
        .isPayee(actor.party(), payee)
        .chain(
            own ->
                own
                    ? banking.noteAccount(payee, account, actor)
                    : Uni.createFrom().item(Answer.refused(PAYEE_UNKNOWN, payee)));
  }
}
