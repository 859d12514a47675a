package eco.exchange.settlement.instalment;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.PriceEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.sharing.PenaltyRules;
import eco.exchange.settlement.sharing.SharingRules;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.PriceInstalment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rules of a price in instalments: each is awaited from the day on which the contract takes
 * effect, and shared when it has come in. A guarantee for those after the first settles the price
 * (R-POST-5, docs/adr/0033); who pays them all before needs none.
 */
public final class InstalmentRules {

  private static final int TEXT_MAX = 200;

  private InstalmentRules() {}

  /** Awaits what is missing of the first instalment; nothing is if the deposit makes it. */
  public static Books opened(Books books, EscrowView escrow, Money deposit, Instant now) {
    PriceInstalment first = escrow.instalments().getFirst();
    Money rest = first.due().minus(deposit);
    return rest.isZero()
        ? shared(books, first, now)
        : books.with(awaiting(books, escrow, first, rest, now));
  }

  /** Moves an instalment into the escrow and shares it. */
  public static Books received(Books books, SubAccountView account, Instant now) {
    EscrowView escrow = books.escrow().orElseThrow();
    PriceInstalment instalment = account.occasion().flatMap(escrow::instalment).orElseThrow();
    Transfer in =
        Transfer.moving(
            "instalment/%s/%d".formatted(escrow.terms().contract(), instalment.number()),
            books.account(AccountPurpose.PRICE, account.number()),
            books.account(AccountPurpose.ESCROW),
            account.expected(),
            TransferCode.PRICE,
            now);
    Books penalised =
        PenaltyRules.owed(books, account, instalment.dueAt()).map(books::with).orElse(books);
    return shared(penalised.with(in), instalment, now);
  }

  /** Shares the penalty for an instalment that came late. */
  public static Books penaltyReceived(Books books, SubAccountView paid, Instant now) {
    Books shared = PenaltyRules.received(books, paid, now);
    return isFirst(paid.occasion().orElseThrow()) ? settledIfAgreed(shared) : shared;
  }

  /** The transferor accepts a guarantee; the same again changes nothing. */
  static Decision<Books, GuaranteeView> accept(
      Books books, AcceptGuarantee told, Actor transferor, Instant now) {
    if (!isLine(told.guarantor()) || !isLine(told.document())) {
      String detail = "guarantor and document have 1 to %d characters".formatted(TEXT_MAX);
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail, books);
    }
    Optional<EscrowView> escrow = books.escrow(told.contract());
    if (escrow.isEmpty()) {
      String detail = "no contract %s is in effect".formatted(told.contract());
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    }
    if (!escrow.get().terms().transferor().equals(transferor.party())) {
      String detail = "a guarantee is accepted by the transferor";
      return refused(SettlementRefusal.NOT_THE_TRANSFEROR, detail, books);
    }
    Optional<PaymentPlan> plan = escrow.get().terms().plan();
    if (plan.isEmpty()) {
      return refused(SettlementRefusal.NO_INSTALMENTS, "the price is paid at once", books);
    }
    return plan.get().guarantees().contains(told.kind())
        ? enough(books, escrow.get(), told, transferor, now)
        : refused(
            SettlementRefusal.GUARANTEE_OF_ANOTHER_KIND,
            "the contract names " + plan.get().guarantees(),
            books);
  }

  private static Decision<Books, GuaranteeView> enough(
      Books books, EscrowView escrow, AcceptGuarantee told, Actor transferor, Instant now) {
    Optional<GuaranteeView> known = escrow.guarantee();
    if (known.filter(it -> it.guarantee().equals(told)).isPresent()) {
      return done(known.get(), books);
    }
    Money later = escrow.dueLater();
    if (told.covers().isBelow(later)) {
      String detail = "%s are due later".formatted(later);
      return refused(SettlementRefusal.GUARANTEE_TOO_SMALL, detail, books);
    }
    LocalDate last = lastDay(escrow.instalments().getLast());
    if (told.until().isBefore(last)) {
      String detail = "the last instalment is due on %s".formatted(last);
      return refused(SettlementRefusal.GUARANTEE_TOO_SHORT, detail, books);
    }
    if (told.until().isBefore(WorkingCalendar.dayOf(now))) {
      String detail = "it could be called until %s".formatted(told.until());
      return refused(SettlementRefusal.GUARANTEE_EXPIRED, detail, books);
    }
    GuaranteeView guarantee = new GuaranteeView(told, transferor.account(), now);
    return known.isPresent()
        ? refused(SettlementRefusal.GUARANTEE_DIFFERS, "another guarantee was accepted", books)
        : done(guarantee, accepted(books, escrow, guarantee));
  }

  private static Books accepted(Books books, EscrowView escrow, GuaranteeView guarantee) {
    Books kept =
        books
            .with(new BooksChange.GuaranteeAccepted(guarantee))
            .with(
                new PriceEvent.GuaranteeAccepted(
                    books.ofTrade(), guarantee.guarantee().contract()));
    return arePaidAsAgreed(books, escrow) ? kept : settledIfAgreed(kept);
  }

  /** Awaits the next instalment that is not awaited yet; tells whether there was one. */
  static Decision<Books, Optional<SubAccountView>> awaitNext(
      Books books, EscrowView escrow, Instant now) {
    Optional<SubAccountView> next =
        escrow.instalments().stream()
            .filter(instalment -> instalment.number() > 1)
            .filter(instalment -> of(books, instalment).isEmpty())
            .findFirst()
            .map(instalment -> awaiting(books, escrow, instalment, instalment.due(), now));
    return done(next, next.map(books::with).orElse(books));
  }

  /** The sub-account of an instalment. */
  static Optional<SubAccountView> of(Books books, PriceInstalment instalment) {
    return books
        .subAccounts(SubAccountPurpose.INSTALMENT)
        .filter(account -> account.occasion().equals(Optional.of(instalment.occasion())))
        .findFirst();
  }

  /** Whether all has been done that must be before the trade is certified (R-POST-7). */
  public static boolean arePaidAsAgreed(Books books, EscrowView escrow) {
    return (escrow.guarantee().isPresent() || areAllShared(books, escrow))
        && books.distribution(Income.INSTALMENT, Occasion.Instalment.FIRST).isPresent()
        && PenaltyRules.of(books, Occasion.Instalment.FIRST).noneMatch(SubAccountView::isAwaited)
        && !books.isPriceOwedAnew();
  }

  private static boolean areAllShared(Books books, EscrowView escrow) {
    return escrow.instalments().stream()
        .allMatch(it -> books.distribution(Income.INSTALMENT, it.occasion()).isPresent());
  }

  private static Books shared(Books books, PriceInstalment instalment, Instant now) {
    Occasion.Instalment occasion = instalment.occasion();
    EscrowView escrow = books.escrow().orElseThrow();
    Books shared =
        SharingRules.share(books, Income.INSTALMENT, occasion, instalment.due(), now)
            .with(
                new PriceEvent.InstalmentShared(
                    books.ofTrade(),
                    escrow.terms().contract(),
                    occasion.number(),
                    instalment.due()));
    return isFirst(occasion) || escrow.guarantee().isEmpty() ? settledIfAgreed(shared) : shared;
  }

  private static boolean isFirst(Occasion occasion) {
    return occasion.equals(Occasion.Instalment.FIRST);
  }

  private static Books settledIfAgreed(Books books) {
    EscrowView escrow = books.escrow().orElseThrow();
    return arePaidAsAgreed(books, escrow) ? books.with(escrow.settled()) : books;
  }

  private static SubAccountView awaiting(
      Books books, EscrowView escrow, PriceInstalment instalment, Money expected, Instant since) {
    return SubAccountView.awaited(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.INSTALMENT,
        escrow.terms().transferee(),
        escrow.terms().contract(),
        instalment.occasion(),
        expected,
        Optional.of(instalment.dueAt()),
        since);
  }

  // A day ends with the moment at which the next begins.
  private static LocalDate lastDay(PriceInstalment instalment) {
    return WorkingCalendar.dayOf(instalment.dueAt().minusNanos(1));
  }

  private static boolean isLine(String text) {
    return !text.isBlank() && text.length() <= TEXT_MAX;
  }
}
