package eco.exchange.settlement;

import static eco.exchange.settlement.Outcome.done;
import static eco.exchange.settlement.Outcome.refused;

import eco.exchange.event.MarketEvent;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.ledger.Code;
import eco.exchange.settlement.ledger.Purpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SealedContract;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of the price: opened with the contract, complete with the last receipt, then shared.
 */
final class Price {

  private Price() {}

  static Outcome<EscrowView> open(
      Books books, SealedContract sealed, Instant priceDueAt, Instant now) {
    if (!sealed.price().isPositive() || !isPartOfPrice(sealed)) {
      String detail =
          "a price of %s with a deposit of %s".formatted(sealed.price(), sealed.deposit());
      return refused(SettlementRefusal.AMOUNT_NOT_POSITIVE, detail, books);
    }
    if (!isGenuine(sealed)) {
      String detail = "the terms are not those of the hash " + sealed.termsHash();
      return refused(SettlementRefusal.CONTRACT_NOT_GENUINE, detail, books);
    }
    if (!sealed.terms().faults().isEmpty()) {
      String detail = sealed.terms().faults().toString();
      return refused(SettlementRefusal.TERMS_FAULTY, detail, books);
    }
    return books.escrow().isPresent()
        ? again(books, books.escrow().get(), sealed)
        : opened(books, new EscrowView(sealed, priceDueAt, now), now);
  }

  /** Moves the rest of the price into the escrow and settles it. */
  static Books received(Books books, SubAccountView rest, Instant now) {
    EscrowView escrow = books.escrow().orElseThrow();
    Transfer in =
        Transfer.moving(
            "price/" + escrow.terms().contract(),
            books.account(Purpose.PRICE, rest.number()),
            books.account(Purpose.ESCROW),
            rest.expected(),
            Code.PRICE,
            now);
    Books shared = shared(books.with(in), escrow.terms(), now);
    Instant dueAt = rest.dueAt().orElseThrow();
    Optional<SubAccountView> penalty = Penalties.owed(shared, rest, dueAt, Penalties.OF_PRICE);
    return penalty.isPresent()
        ? shared.with(penalty.get())
        : shared.with(settledEvent(shared, escrow.terms()));
  }

  /** Shares the penalty for a late price; with it all that was due for the price is in. */
  static Books penaltyReceived(Books books, SubAccountView paid, Instant now) {
    SealedContract sealed = books.escrow().orElseThrow().terms();
    Books shared = Penalties.shared(books, paid, now);
    return shared.with(settledEvent(shared, sealed));
  }

  // What is no text of terms at all is not genuine either.
  static boolean isGenuine(SealedContract sealed) {
    try {
      return sealed.isGenuine();
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isPartOfPrice(SealedContract sealed) {
    return !sealed.deposit().isBelow(Money.ZERO) && !sealed.price().isBelow(sealed.deposit());
  }

  private static Outcome<EscrowView> again(Books books, EscrowView open, SealedContract sealed) {
    return open.terms().equals(sealed)
        ? done(open, books)
        : refused(
            SettlementRefusal.ANOTHER_CONTRACT_OPEN,
            "%s is in effect with the terms %s"
                .formatted(open.terms().contract(), open.terms().termsHash()),
            books);
  }

  private static Outcome<EscrowView> opened(Books books, EscrowView escrow, Instant now) {
    SealedContract sealed = escrow.terms();
    Books open = books.with(new Change.EscrowOpened(escrow));
    if (!sealed.deposit().isZero()) {
      Optional<SubAccountView> deposit =
          Deposits.heldOf(sealed.transferee(), books)
              .filter(held -> held.expected().equals(sealed.deposit()));
      if (deposit.isEmpty()) {
        String detail = "no %s is held for the transferee".formatted(sealed.deposit());
        return refused(SettlementRefusal.DEPOSIT_NOT_HELD, detail, books);
      }
      open = Deposits.apply(open, deposit.get(), now);
    }
    Money rest = sealed.price().minus(sealed.deposit());
    return done(
        escrow,
        rest.isZero()
            ? shared(open, sealed, now).with(settledEvent(open, sealed))
            : open.with(awaiting(open, escrow, rest)));
  }

  private static Books shared(Books books, SealedContract sealed, Instant now) {
    return Sharing.share(books, Income.PRICE, 0, sealed.price(), now);
  }

  // Told when nothing is due any more: the certificate of the trade follows it (R-POST-7).
  private static MarketEvent settledEvent(Books books, SealedContract sealed) {
    return new MarketEvent.PriceSettled(books.ofTrade(), sealed.contract(), sealed.price());
  }

  private static SubAccountView awaiting(Books books, EscrowView escrow, Money rest) {
    return new SubAccountView(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.PRICE,
        escrow.terms().transferee(),
        Optional.of(escrow.terms().contract()),
        Optional.empty(),
        rest,
        Optional.of(escrow.priceDueAt()),
        escrow.openedAt(),
        SubAccountView.State.AWAITED,
        Optional.empty());
  }
}
