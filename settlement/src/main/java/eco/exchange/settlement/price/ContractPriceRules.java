package eco.exchange.settlement.price;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.instalment.InstalmentRules;
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
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.TermsCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the price: opened with the contract, complete with the last receipt, then shared.
 */
public final class ContractPriceRules {

  private ContractPriceRules() {}

  /** The escrow of a contract that takes effect now, with the days on which its price is due. */
  static EscrowView escrow(
      SealedContract sealed, int workingDays, WorkingCalendar calendar, Instant now) {
    LocalDate today = WorkingCalendar.dayOf(now);
    Deadline due = calendar.plusWorkingDays(today, workingDays);
    List<PriceInstalment> instalments =
        sealed.plan().stream()
            .flatMap(
                plan -> PriceInstalment.of(sealed.price(), plan, today, due, calendar).stream())
            .toList();
    return new EscrowView(sealed, due.endsAt(), now, instalments);
  }

  static Decision<Books, EscrowView> open(Books books, EscrowView escrow, Instant now) {
    SealedContract sealed = escrow.terms();
    if (!sealed.price().isPositive() || !isPartOfPrice(escrow)) {
      String detail =
          "a price of %s with a deposit of %s".formatted(sealed.price(), sealed.deposit());
      return refused(SettlementRefusal.AMOUNT_NOT_POSITIVE, detail, books);
    }
    if (!isGenuine(sealed)) {
      String detail = "the terms are not those of the hash " + sealed.termsHash();
      return refused(SettlementRefusal.CONTRACT_NOT_GENUINE, detail, books);
    }
    if (!TermsCheck.faultsOf(sealed.terms()).isEmpty()) {
      String detail = TermsCheck.faultsOf(sealed.terms()).toString();
      return refused(SettlementRefusal.TERMS_FAULTY, detail, books);
    }
    return books.escrow().isPresent()
        ? again(books, books.escrow().get(), sealed)
        : opened(books, escrow, now);
  }

  /** Moves the rest of the price into the escrow and settles it. */
  public static Books received(Books books, SubAccountView rest, Instant now) {
    EscrowView escrow = books.escrow().orElseThrow();
    Transfer in =
        Transfer.moving(
            "price/" + escrow.terms().contract(),
            books.account(AccountPurpose.PRICE, rest.number()),
            books.account(AccountPurpose.ESCROW),
            rest.expected(),
            TransferCode.PRICE,
            now);
    Books shared = shared(books.with(in), escrow.terms(), now);
    Instant dueAt = rest.dueAt().orElseThrow();
    Optional<SubAccountView> penalty = PenaltyRules.owed(shared, rest, dueAt);
    return penalty.isPresent() ? shared.with(penalty.get()) : settledIfAgreed(shared);
  }

  /** Shares the penalty for a late price; with it all that was due for the price is in. */
  public static Books penaltyReceived(Books books, SubAccountView paid, Instant now) {
    return settledIfAgreed(PenaltyRules.shared(books, paid, now));
  }

  /** Tells that the price is settled, once nothing of it is due. */
  public static Books settledIfAgreed(Books books) {
    return books
        .escrow()
        .filter(escrow -> isPaidAsAgreed(books, escrow))
        .map(escrow -> books.with(escrow.settled()))
        .orElse(books);
  }

  /** Whether nothing is due any more that the trade is not certified without (R-POST-7). */
  public static boolean isPaidAsAgreed(Books books, EscrowView escrow) {
    return escrow.instalments().isEmpty()
        ? books.distribution(Income.PRICE, new Occasion.Price()).isPresent()
            && PenaltyRules.of(books, new Occasion.Price()).noneMatch(SubAccountView::isAwaited)
            && !books.isPriceOwedAnew()
        : InstalmentRules.arePaidAsAgreed(books, escrow);
  }

  // What is no text of terms at all is not genuine either.
  static boolean isGenuine(SealedContract sealed) {
    try {
      return sealed.isGenuine();
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  // Whatever a sealed plan says, no instalment is nothing, and the deposit fits into the first.
  private static boolean isPartOfPrice(EscrowView escrow) {
    Money deposit = escrow.terms().deposit();
    Money first =
        escrow.instalments().isEmpty()
            ? escrow.terms().price()
            : escrow.instalments().getFirst().due();
    return !deposit.isBelow(Money.ZERO)
        && !first.isBelow(deposit)
        && escrow.instalments().stream()
            .map(PriceInstalment::principal)
            .allMatch(Money::isPositive);
  }

  private static Decision<Books, EscrowView> again(
      Books books, EscrowView open, SealedContract sealed) {
    return open.terms().equals(sealed)
        ? done(open, books)
        : refused(
            SettlementRefusal.ANOTHER_CONTRACT_OPEN,
            "%s is in effect with the terms %s"
                .formatted(open.terms().contract(), open.terms().termsHash()),
            books);
  }

  private static Decision<Books, EscrowView> opened(Books books, EscrowView escrow, Instant now) {
    SealedContract sealed = escrow.terms();
    Books open = books.with(new BooksChange.EscrowOpened(escrow));
    boolean isTakenBack = DepositRules.isTakenBack(sealed.transferee(), books);
    // What the bank has taken back is no part of the price any more: then all of it is due.
    Money deposit = isTakenBack ? Money.ZERO : sealed.deposit();
    if (!deposit.isZero()) {
      Optional<SubAccountView> held =
          DepositRules.heldOf(sealed.transferee(), books)
              .filter(it -> it.expected().equals(sealed.deposit()));
      if (held.isEmpty()) {
        String detail = "no %s is held for the transferee".formatted(sealed.deposit());
        return refused(SettlementRefusal.DEPOSIT_NOT_HELD, detail, books);
      }
      open = DepositRules.apply(open, held.get(), now);
    }
    if (!escrow.instalments().isEmpty()) {
      return done(escrow, InstalmentRules.opened(open, escrow, deposit, now));
    }
    Money rest = sealed.price().minus(deposit);
    return done(
        escrow,
        rest.isZero()
            ? shared(open, sealed, now).with(escrow.settled())
            : open.with(awaiting(open, escrow, rest)));
  }

  private static Books shared(Books books, SealedContract sealed, Instant now) {
    return SharingRules.share(books, Income.PRICE, new Occasion.Price(), sealed.price(), now);
  }

  private static SubAccountView awaiting(Books books, EscrowView escrow, Money rest) {
    return SubAccountView.awaited(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.PRICE,
        escrow.terms().transferee(),
        escrow.terms().contract(),
        new Occasion.Price(),
        rest,
        Optional.of(escrow.priceDueAt()),
        escrow.openedAt());
  }
}
