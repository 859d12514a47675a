package eco.exchange.settlement.deposit;

import eco.exchange.answer.Decision;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.util.List;

/**
 * The rules of deposits while a complaint is open: until it is settled they neither go back, nor
 * become price, nor are lost (R-QUA-9).
 */
final class FrozenDepositRules {

  private FrozenDepositRules() {}

  /** Freezes what is held. */
  static Decision<Books, List<SubAccountView>> freeze(Books books, FreezeView order) {
    Books frozen = books;
    for (SubAccountView deposit : DepositRules.deposits(books)) {
      if (deposit.state() == SubAccountView.State.HELD && order.isAbout(deposit.party())) {
        frozen = frozen.with(deposit.in(SubAccountView.State.FROZEN));
      }
    }
    return ordered(books, frozen, order);
  }

  /** Thaws what was frozen; what was to go back meanwhile goes back now. */
  static Decision<Books, List<SubAccountView>> thaw(Books books, FreezeView order, Instant now) {
    Books thawed = books;
    for (SubAccountView deposit : DepositRules.deposits(books)) {
      if (order.isAbout(deposit.party())) {
        thawed = thawed(thawed, deposit, now);
      }
    }
    return ordered(books, thawed, order);
  }

  private static Books thawed(Books books, SubAccountView deposit, Instant now) {
    return switch (deposit.state()) {
      case FROZEN -> books.with(deposit.in(SubAccountView.State.HELD));
      case TO_BE_RELEASED -> DepositRules.paidBack(books, deposit, now);
      case AWAITED, HELD, APPLIED, RELEASED, FORFEITED, RECEIVED, TAKEN_BACK, CLOSED -> books;
    };
  }

  // An order that finds nothing to do was given before, or comes to nothing.
  private static Decision<Books, List<SubAccountView>> ordered(
      Books before, Books after, FreezeView order) {
    return Decision.done(
        DepositRules.deposits(after),
        after.equals(before) ? before : after.with(new BooksChange.FreezeOrdered(order)));
  }
}
