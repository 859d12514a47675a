package eco.exchange.lab.soak.bank.plain;

import eco.exchange.answer.Answer;
import eco.exchange.lab.soak.bank.plain.PlainEntry.Telling;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.PlainMovement.PayIn;
import eco.exchange.money.Money;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A bank at random: payers pay in, payments are carried out or not, money is taken back and sent
 * back, and of all that the exchange is told.
 */
public final class RandomBank {

  private static final LocalDate BEGIN = LocalDate.of(2031, 3, 3);
  private static final String BANK = "102100099996";
  private static final OrderStatus ACCEPTED = new OrderStatus(Step.ACCEPTED, "");
  private static final OrderStatus EXECUTED = new OrderStatus(Step.EXECUTED, "");
  private static final OrderStatus COPY = new OrderStatus(Step.REJECTED, "DU01 重复提交");
  private static final OrderStatus REJECTED = new OrderStatus(Step.REJECTED, "AC01 账号有误");
  private static final OrderStatus STOPPED = new OrderStatus(Step.STOPPED, "NARR 待核实");
  private static final int PARTS_MAX = 3;
  private static final int DAYS_MAX = 12;

  /** How an entry of one movement may be told. */
  private static final List<Telling> ALONE =
      List.of(
          Telling.FULL,
          Telling.FULL,
          Telling.FULL,
          Telling.WITHOUT_NAMES,
          Telling.OWN_NUMBER_FIRST,
          Telling.OTHER_NUMBER_LATER,
          Telling.BY_DAY,
          Telling.VAGUE);

  private static final List<Telling> OUT =
      List.of(
          Telling.FULL,
          Telling.WITHOUT_NAMES,
          Telling.OWN_NUMBER_FIRST,
          Telling.OTHER_NUMBER_LATER);

  private static final List<Telling> TOGETHER =
      List.of(Telling.IN_PARTS, Telling.AS_SUM_LATER, Telling.IN_PARTS_LATER);

  private final BankFolder folder;
  private final RandomGenerator random;
  private final PlainBook book = new PlainBook(BEGIN);
  private final BankMail mail;
  private final Map<Payment, PaymentFile> undecided = new LinkedHashMap<>();
  private final List<BankAccount> payers = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  public RandomBank(BankFolder folder, String account, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
    this.mail = new BankMail(folder, account, book, random);
  }

  /**
   * A sub-account on which its payer was told to pay.
   *
   * @param number its number
   * @param amount how much
   */
  public record Awaited(String number, Money amount) {}

  /** Does something. */
  public void act(List<Awaited> awaited) throws IOException {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> payIn(awaited);
      case 5, 6 -> carryOut();
      case 7 -> takeBack();
      case 8 -> sendBack();
      default -> {
        if (random.nextBoolean()) {
          tell(book.fee(new Money(random.nextInt(1, 500)), Telling.FULL));
        } else {
          decide();
        }
      }
    }
  }

  /** Closes the day, and tells all of it if nothing is to wait. */
  public void closeDay(boolean isAllTold) throws IOException {
    PlainBook.Day day = book.closed(random.nextInt(1, DAYS_MAX));
    if (isAllTold) {
      mail.flush(day);
    } else {
      mail.statement(day);
    }
  }

  private void payIn(List<Awaited> awaited) throws IOException {
    int parts = random.nextInt(6) == 0 ? random.nextInt(2, PARTS_MAX + 1) : 1;
    List<PayIn> paid = new ArrayList<>();
    List<Money> amounts = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      Optional<Awaited> goal =
          awaited.isEmpty() || random.nextInt(8) == 0
              ? Optional.empty()
              : Optional.of(any(awaited));
      paid.add(payIn(goal));
      amounts.add(amount(goal));
    }
    tell(book.paidIn(paid, amounts, any(parts == 1 ? ALONE : TOGETHER)));
  }

  private PayIn payIn(Optional<Awaited> goal) {
    String unknown = random.nextBoolean() ? "" : "690001000000099999" + random.nextInt(10);
    return new PayIn(
        goal.map(Awaited::number).orElse(unknown),
        goal.map(Awaited::amount).orElse(Money.ZERO),
        payer(),
        random.nextInt(3) == 0 ? "PAYER-" + random.nextInt(40) : "");
  }

  // Of what is awaited, for the most part; else a part of it, more, or anything.
  private Money amount(Optional<Awaited> goal) {
    long fen = goal.map(it -> it.amount().fen()).orElseGet(() -> 1_100L * random.nextLong(1, 9));
    return switch (random.nextInt(8)) {
      case 0 -> new Money(fen / 2);
      case 1 -> new Money(fen + 100);
      case 2 -> new Money(random.nextLong(1, 50_000));
      default -> new Money(fen);
    };
  }

  private BankAccount payer() {
    if (!payers.isEmpty() && random.nextInt(5) == 0) {
      return any(payers);
    }
    String number = "62220202%08d0".formatted(payers.size() + 1);
    BankAccount fresh = new BankAccount("付款人 " + number, number, BANK);
    payers.add(fresh);
    return fresh;
  }

  private void tell(PlainEntry entry) throws IOException {
    if (random.nextInt(4) > 0) {
      mail.notice(entry);
    }
  }

  private void carryOut() throws IOException {
    for (Path input : BankFolder.waiting(folder.toBank())) {
      Answer<PaymentFile> read = IsoMessages.toBank(BankFolder.bytes(input));
      if (!(read instanceof Answer.Done<PaymentFile> done)) {
        throw new IllegalStateException("the exchange has left what no bank can read: " + input);
      }
      BankFolder.keep(input, "read");
      carryOut(done.value());
    }
  }

  private void carryOut(PaymentFile file) throws IOException {
    if (!book.isNew(file)) {
      mail.answer(file.id(), Optional.of(COPY), List.of());
      return;
    }
    if (random.nextInt(8) == 0) {
      mail.answer(file.id(), Optional.of(REJECTED), List.of());
      return;
    }
    List<OrderAnswer> answers = new ArrayList<>();
    List<Payment> paid = new ArrayList<>();
    for (Payment payment : file.payments()) {
      OrderStatus status = status(payment, file, paid);
      answers.add(new OrderAnswer(payment.endToEnd(), status));
    }
    boolean isWhole = paid.size() == file.payments().size();
    if (!isWhole || random.nextInt(4) > 0) {
      boolean isOne = isWhole && random.nextBoolean();
      mail.answer(
          file.id(), isOne ? Optional.of(ACCEPTED) : Optional.empty(), isOne ? List.of() : answers);
    }
    book(file, paid, isWhole && paid.size() > 1 && random.nextBoolean());
  }

  private OrderStatus status(Payment payment, PaymentFile file, List<Payment> paid) {
    if (book.isPaid(payment)) {
      faults.add("file %s orders %s a second time".formatted(file.id(), payment.endToEnd()));
      return COPY;
    }
    Money together = paid.stream().map(Payment::amount).reduce(payment.amount(), Money::plus);
    if (book.balance().isBelow(together) || random.nextInt(8) == 0) {
      return REJECTED;
    }
    if (random.nextInt(6) == 0) {
      undecided.put(payment, file);
      return random.nextBoolean() ? STOPPED : ACCEPTED;
    }
    paid.add(payment);
    return random.nextBoolean() ? ACCEPTED : EXECUTED;
  }

  private void book(PaymentFile file, List<Payment> paid, boolean isTogether) throws IOException {
    if (isTogether) {
      tell(book.paidOut(file.id(), paid, any(TOGETHER)));
      return;
    }
    for (Payment payment : paid) {
      tell(book.paidOut(file.id(), List.of(payment), any(OUT)));
    }
  }

  private void decide() throws IOException {
    for (Map.Entry<Payment, PaymentFile> one : List.copyOf(undecided.entrySet())) {
      Payment payment = one.getKey();
      undecided.remove(payment);
      if (random.nextBoolean() && !book.balance().isBelow(payment.amount())) {
        book(one.getValue(), List.of(payment), false);
      } else {
        OrderAnswer no = new OrderAnswer(payment.endToEnd(), REJECTED);
        mail.answer(one.getValue().id(), Optional.empty(), List.of(no));
      }
    }
  }

  private void takeBack() throws IOException {
    List<PlainMovement> open = open(Kind.PAID_IN);
    // A bank takes back what came in lately; of what was never there it can take nothing.
    List<PlainMovement> late = open.subList(Math.max(0, open.size() - 12), open.size());
    if (!late.isEmpty()) {
      PlainMovement one = any(late);
      if (!book.balance().isBelow(one.amount())) {
        tell(book.undone(one, Telling.FULL));
      }
    }
  }

  private void sendBack() throws IOException {
    List<PlainMovement> open =
        open(Kind.PAID_OUT).stream()
            .filter(it -> book.entryOf(it).movements().size() == 1)
            .toList();
    if (!open.isEmpty() && random.nextBoolean()) {
      tell(book.undone(any(open), Telling.FULL));
    }
  }

  private List<PlainMovement> open(Kind kind) {
    return book.movements(kind).stream().filter(it -> book.undoing(it).isEmpty()).toList();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** What no exchange may do. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  public PlainBook book() {
    return book;
  }

  public BankMail mail() {
    return mail;
  }
}
