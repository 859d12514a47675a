package eco.exchange.settlement.banking;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of what becomes of a payment order: the bank pays it, or rejects it, or the money comes
 * back; then it may be ordered anew. Each of these is one transfer with a key of its own, so that
 * none happens twice.
 */
final class PaymentOrderRules {

  private static final String PAID = "paid/";
  private static final String BACK = "back/";
  private static final String RETURNED = "returned/";
  private static final String SET_OFF = "set-off/";

  /** How the key of an order begins that is not the first for its money: with the how manieth. */
  private static final Pattern ANEW = Pattern.compile("anew/(\\d+)/(.*)", Pattern.DOTALL);

  private PaymentOrderRules() {}

  /** The books that a decision about an order needs. */
  static Scope scopeOf(PaymentView order) {
    Story story = new Story(order.story());
    return new Scope(
        story.trade(), story.receipt(), Optional.of(story.key()), transfersOf(order.key()));
  }

  /** The keys of all transfers that may have been made for an order. */
  private static List<String> transfersOf(String order) {
    return List.of(
        order, PAID + order, BACK + order, RETURNED + order, SET_OFF + order, anew(order));
  }

  /** The bank has booked the payment: the money has left. */
  static Decision<Books, Transfer> paid(Books books, String order, Money amount, Instant at) {
    return about(
        books,
        order,
        amount,
        ordered -> {
          if (known(books, BACK + order).isPresent() && known(books, PAID + order).isEmpty()) {
            return refused(SettlementRefusal.ORDER_CAME_BACK, order, books);
          }
          return done(ordered, left(books, ordered, at));
        });
  }

  /** The bank will not pay: the money is the payee's again. */
  static Decision<Books, Transfer> rejected(Books books, String order, Instant at) {
    return about(
        books,
        order,
        known(books, order).map(Transfer::amount).orElse(Money.ZERO),
        ordered -> {
          if (known(books, PAID + order).isPresent()) {
            return refused(SettlementRefusal.ORDER_PAID, order, books);
          }
          return done(ordered, back(books, ordered, at));
        });
  }

  /**
   * A payment has come back: it had left, whether or not the bank has said so before, and the money
   * is the payee's again.
   */
  static Decision<Books, Transfer> cameBack(Books books, String order, Money amount, Instant at) {
    return about(
        books,
        order,
        amount,
        ordered -> {
          if (known(books, RETURNED + order).isPresent()) {
            return done(ordered, books);
          }
          if (known(books, BACK + order).isPresent()) {
            return refused(SettlementRefusal.ORDER_CAME_BACK, order, books);
          }
          Books left = left(books, ordered, at);
          Transfer in =
              Transfer.moving(
                  RETURNED + order,
                  bank(ordered),
                  ordered.credit(),
                  ordered.amount(),
                  TransferCode.RECEIPT,
                  at);
          return done(ordered, back(left.with(in), ordered, at));
        });
  }

  /** Orders a payment anew that has come back, with another key. */
  static Decision<Books, Transfer> orderAnew(Books books, PaymentView order, Instant now) {
    return about(
        books,
        order.key(),
        order.amount(),
        ordered -> {
          if (known(books, BACK + order.key()).isEmpty()
              || known(books, SET_OFF + order.key()).isPresent()) {
            return refused(SettlementRefusal.ORDER_UNDER_WAY, order.key(), books);
          }
          String key = anew(order.key());
          if (known(books, key).isPresent()) {
            return done(known(books, key).get(), books);
          }
          Payout payout = new Payout(key, order.beneficiary(), order.text(), order.dueAt());
          Books after = payout.from(ordered.debit(), ordered.amount(), books, now);
          return done(after.ledger().transfer(key).orElseThrow(), after);
        });
  }

  /**
   * Sets an order off that was not sent, or has come back, against what its payee owes anew.
   *
   * @param owed the account of what is owed
   * @param recourse the sub-account on which it is awaited, if there is one
   */
  static Decision<Books, Transfer> setOff(
      Books books,
      PaymentView order,
      AccountName owed,
      Optional<SubAccountView> recourse,
      Instant at) {
    return about(
        books,
        order.key(),
        order.amount(),
        ordered -> {
          String key = SET_OFF + order.key();
          if (known(books, key).isPresent()) {
            return known(books, key).get().credit().equals(owed)
                ? done(ordered, books)
                : refused(SettlementRefusal.ORDER_UNDER_WAY, "it is set off otherwise", books);
          }
          if (known(books, anew(order.key())).isPresent()) {
            return refused(SettlementRefusal.ORDER_UNDER_WAY, order.key(), books);
          }
          if (known(books, PAID + order.key()).isPresent()
              && known(books, BACK + order.key()).isEmpty()) {
            return refused(SettlementRefusal.ORDER_PAID, order.key(), books);
          }
          return done(ordered, against(books, ordered, owed, recourse, at));
        });
  }

  /** Of some orders, in the order of giving, one and those that were given anew for it later. */
  static List<PaymentView> givenFor(List<PaymentView> orders, String first) {
    String root = root(first);
    List<PaymentView> chain = orders.stream().filter(it -> root(it.key()).equals(root)).toList();
    return chain.stream().dropWhile(it -> turn(it.key()) < turn(first)).toList();
  }

  /** The key of the first order for the same money. */
  private static String root(String order) {
    Matcher anew = ANEW.matcher(order);
    return anew.matches() ? anew.group(2) : order;
  }

  private static int turn(String order) {
    Matcher anew = ANEW.matcher(order);
    return anew.matches() ? Integer.parseInt(anew.group(1)) : 1;
  }

  private static Books against(
      Books books,
      Transfer ordered,
      AccountName owed,
      Optional<SubAccountView> recourse,
      Instant at) {
    Books after =
        back(books, ordered, at)
            .with(
                Transfer.moving(
                    SET_OFF + ordered.key(),
                    ordered.debit(),
                    owed,
                    ordered.amount(),
                    TransferCode.REVERSAL,
                    at));
    return recourse
        .map(account -> after.with(account.in(SubAccountView.State.CLOSED)))
        .orElse(after);
  }

  private static Decision<Books, Transfer> about(
      Books books, String order, Money amount, Function<Transfer, Decision<Books, Transfer>> rule) {
    Optional<Transfer> ordered = known(books, order);
    if (ordered.isEmpty()) {
      return refused(SettlementRefusal.ORDER_UNKNOWN, order, books);
    }
    if (!ordered.get().amount().equals(amount)) {
      String detail = "%s was ordered, not %s".formatted(ordered.get().amount(), amount);
      return refused(SettlementRefusal.AMOUNT_DIFFERS, detail, books);
    }
    return rule.apply(ordered.get());
  }

  private static Books left(Books books, Transfer ordered, Instant at) {
    String key = PAID + ordered.key();
    return known(books, key).isPresent()
        ? books
        : books.with(
            Transfer.moving(
                key, ordered.credit(), bank(ordered), ordered.amount(), TransferCode.PAYOUT, at));
  }

  private static Books back(Books books, Transfer ordered, Instant at) {
    String key = BACK + ordered.key();
    return known(books, key).isPresent()
        ? books
        : books.with(ordered.corrected(key, ordered.amount(), at));
  }

  private static AccountName bank(Transfer ordered) {
    return AccountName.of(ordered.credit().story(), AccountPurpose.BANK);
  }

  private static Optional<Transfer> known(Books books, String key) {
    return books.ledger().transfer(key);
  }

  private static String anew(String order) {
    Matcher earlier = ANEW.matcher(order);
    return earlier.matches()
        ? "anew/%d/%s".formatted(Integer.parseInt(earlier.group(1)) + 1, earlier.group(2))
        : "anew/2/" + order;
  }
}
