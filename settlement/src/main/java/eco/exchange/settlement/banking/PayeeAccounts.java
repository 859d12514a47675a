package eco.exchange.settlement.banking;

import static eco.exchange.settlement.bank.BankRefusal.ACCOUNT_NOT_AWAITED;
import static eco.exchange.settlement.bank.BankRefusal.ACCOUNT_UNFIT;
import static eco.exchange.settlement.bank.BankRefusal.PAYEE_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.SAME_PERSON;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.books.BooksStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts to which payees are paid: noted by one person, confirmed by another, and then used.
 */
final class PayeeAccounts {

  private final BooksStore books;
  private final PgPaymentStore payments;
  private final PgPayeeStore payees;

  PayeeAccounts(BooksStore books, PgPaymentStore payments, PgPayeeStore payees) {
    this.books = books;
    this.payments = payments;
    this.payees = payees;
  }

  Uni<Answer<PayeeAccountView>> note(String payee, BankAccount account, Actor by, Instant now) {
    if (!account.hasTheForm()) {
      return refused(ACCOUNT_UNFIT, account.toString());
    }
    return payees
        .isKnown(payee)
        .chain(
            known ->
                known
                    ? payees.notes(payee).chain(notes -> noted(payee, account, by, notes, now))
                    : refused(PAYEE_UNKNOWN, payee));
  }

  private Uni<Answer<PayeeAccountView>> noted(
      String payee, BankAccount account, Actor by, List<PayeeAccountView> notes, Instant now) {
    Optional<PayeeAccountView> again =
        notes.stream()
            .limit(1)
            .filter(note -> note.confirmedBy().isEmpty() && note.account().equals(account))
            .findFirst();
    return again.isPresent()
        ? Uni.createFrom().item(Answer.done(again.get()))
        : payees.note(payee, account, by, now).chain(() -> last(payee));
  }

  Uni<Answer<PayeeAccountView>> confirm(String payee, long number, Actor manager, Instant now) {
    return payees.notes(payee).chain(notes -> confirmed(payee, number, manager, notes, now));
  }

  private Uni<Answer<PayeeAccountView>> confirmed(
      String payee, long number, Actor manager, List<PayeeAccountView> notes, Instant now) {
    Optional<PayeeAccountView> meant =
        notes.stream().limit(1).filter(note -> note.number() == number).findFirst();
    if (meant.isEmpty()) {
      String detail = "the note %d is not the last one for %s".formatted(number, payee);
      return refused(ACCOUNT_NOT_AWAITED, detail);
    }
    if (meant.get().notedBy().equals(manager.account())) {
      return refused(SAME_PERSON, "whoever has noted it does not confirm it");
    }
    return payees
        .confirm(number, manager.account(), now)
        .chain(() -> orderAnew(payee, now))
        .chain(() -> last(payee));
  }

  private Uni<Answer<PayeeAccountView>> last(String payee) {
    return payees.notes(payee).map(notes -> Answer.done(notes.getFirst()));
  }

  /**
   * Orders anew what has come back from members who have told another account since. What was
   * ordered anew before is known by its key, and nothing happens twice.
   */
  Uni<Void> orderToldSince(int limit, Instant now) {
    return payments.toldSince(limit).chain(orders -> orderAnew(orders, now));
  }

  private Uni<Void> orderAnew(String payee, Instant now) {
    return payments
        .ofPayee(payee)
        .map(orders -> orders.stream().filter(it -> it.state() == PaymentState.CAME_BACK).toList())
        .chain(orders -> orderAnew(orders, now));
  }

  private Uni<Void> orderAnew(List<PaymentView> orders, Instant now) {
    return Multi.createFrom()
        .iterable(orders)
        .onItem()
        .transformToUniAndConcatenate(order -> orderAnew(order, now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> orderAnew(PaymentView order, Instant now) {
    return books
        .change(
            PaymentOrderRules.scopeOf(order), open -> PaymentOrderRules.orderAnew(open, order, now))
        .map(answer -> answer instanceof Answer.Done<?>);
  }

  private static Uni<Answer<PayeeAccountView>> refused(BankRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
