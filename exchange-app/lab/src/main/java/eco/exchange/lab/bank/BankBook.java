package eco.exchange.lab.bank;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.bank.StatementPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The book that a bank keeps of the exchange's account. The same inputs in the same order make the
 * same book and the same messages, so a bank that was stopped reads its inputs again and is where
 * it was.
 *
 * <p>Some accounts are there to try what goes wrong: a payment to a number that ends in {@value
 * #WRONG_ACCOUNT} is rejected, and one to a number that ends in {@value #CLOSED_ACCOUNT} comes
 * back.
 */
final class BankBook {

  static final String WRONG_ACCOUNT = "9001";
  static final String CLOSED_ACCOUNT = "9002";

  private static final OrderStatus ACCEPTED = new OrderStatus(Step.ACCEPTED, "");
  private static final OrderStatus COPY = new OrderStatus(Step.REJECTED, "DU01 重复提交");
  private static final OrderStatus NO_ACCOUNT = new OrderStatus(Step.REJECTED, "AC01 账号有误");
  private static final OrderStatus NO_MONEY = new OrderStatus(Step.REJECTED, "AM04 余额不足");
  private static final String CLOSED = "AC04 账户已销户";

  private final Set<String> files = new HashSet<>();
  private final Set<String> payments = new HashSet<>();
  private final List<BankEntry> ofToday = new ArrayList<>();
  private LocalDate today = LocalDate.EPOCH;
  private Money opening = Money.ZERO;
  private Money balance = Money.ZERO;
  private long statements;
  private long messages;
  private long movements;

  /** Books what is handed in at the counter, and says what the exchange is told. */
  List<BankMessage> book(BankSlip slip) {
    List<BankMessage> told = new ArrayList<>(dayOf(slip.at()));
    switch (slip) {
      case BankSlip.PayIn in ->
          told.add(
              notice(
                  in.at(),
                  List.of(
                      booked(
                          new BankEntry.Incoming(
                              EntryReferences.of(nextMovement()),
                              in.amount(),
                              BookingTime.at(in.at()),
                              in.subAccount(),
                              in.payer().holder(),
                              Optional.of(in.payer()),
                              in.text())))));
      case BankSlip.CloseDay close -> told.addAll(statement(close.at()));
    }
    return told;
  }

  /** Makes the payments of a file, and says what the exchange is told. */
  List<BankMessage> book(PaymentFile file) {
    Instant at = file.writtenAt();
    List<BankMessage> told = new ArrayList<>(dayOf(at));
    if (!files.add(file.id())) {
      told.add(answer(file, Optional.of(COPY), List.of()));
      return told;
    }
    List<OrderAnswer> answers = new ArrayList<>();
    List<BankEntry> moved = new ArrayList<>();
    for (Payment payment : file.payments()) {
      OrderStatus status = status(payment);
      answers.add(new OrderAnswer(payment.endToEnd(), status));
      if (status.equals(ACCEPTED)) {
        moved.addAll(paid(payment, at));
      }
    }
    told.add(answer(file, Optional.empty(), answers));
    if (!moved.isEmpty()) {
      told.add(notice(at, moved));
    }
    return told;
  }

  private OrderStatus status(Payment payment) {
    if (!payments.add(payment.endToEnd())) {
      return COPY;
    }
    if (payment.to().number().endsWith(WRONG_ACCOUNT)) {
      return NO_ACCOUNT;
    }
    return balance.isBelow(payment.amount()) ? NO_MONEY : ACCEPTED;
  }

  private List<BankEntry> paid(Payment payment, Instant at) {
    BankEntry out =
        booked(
            new BankEntry.Outgoing(
                EntryReferences.of(nextMovement(), payment.endToEnd()),
                payment.amount(),
                BookingTime.at(at)));
    return payment.to().number().endsWith(CLOSED_ACCOUNT)
        ? List.of(
            out,
            booked(
                new BankEntry.Returned(
                    EntryReferences.of(nextMovement(), payment.endToEnd()),
                    payment.amount(),
                    BookingTime.at(at),
                    CLOSED)))
        : List.of(out);
  }

  private BankEntry booked(BankEntry entry) {
    ofToday.add(entry);
    balance = balance.plus(entry.effect());
    return entry;
  }

  // Whatever is handed in on a later day finds the day before closed.
  private List<BankMessage> dayOf(Instant at) {
    LocalDate day = WorkingCalendar.dayOf(at);
    if (!day.isAfter(today)) {
      return List.of();
    }
    List<BankMessage> told = ofToday.isEmpty() ? List.of() : statement(at);
    today = day;
    return told;
  }

  private List<BankMessage> statement(Instant at) {
    if (ofToday.isEmpty()) {
      return List.of();
    }
    statements++;
    String number = "ST%08d".formatted(statements);
    BankMessage statement =
        new BankMessage.Statement(
            number,
            at,
            number,
            Optional.of(statements),
            new StatementPeriod(opening, today, balance, today),
            List.copyOf(ofToday));
    ofToday.clear();
    opening = balance;
    return List.of(statement);
  }

  private BankMessage notice(Instant at, List<BankEntry> entries) {
    return new BankMessage.Notice("NT%08d".formatted(++messages), at, List.copyOf(entries));
  }

  private BankMessage answer(
      PaymentFile file, Optional<OrderStatus> whole, List<OrderAnswer> each) {
    String id = "AN%08d".formatted(++messages);
    return new BankMessage.FileAnswer(id, file.writtenAt(), file.id(), whole, each);
  }

  private String nextMovement() {
    return "BK%010d".formatted(++movements);
  }
}
