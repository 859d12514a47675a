package eco.exchange.lab.soak.bank;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.Deadline;
import eco.exchange.lab.soak.SoakOrder;
import eco.exchange.lab.soak.bank.LedgerFindings.All;
import eco.exchange.lab.soak.bank.LedgerFindings.Receipt;
import eco.exchange.lab.soak.bank.plain.PlainMovement;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.RandomBank;
import eco.exchange.lab.soak.bank.plain.ToldLine;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.money.Money;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of the books finds what it is there to find. */
class BookComparisonTest {

  private static final long SEED = 7;
  private static final Money FEN = new Money(1);

  private static RandomBank bank;
  private List<Receipt> receipts;
  private Set<String> paid;
  private Set<String> open;
  private Map<String, String> disputed;
  private Set<String> unfollowed;
  private Money balance;
  private Money unexplained;

  @BeforeAll
  static void a_bank_tells_of_a_day(@TempDir Path folder) throws IOException {
    bank =
        new RandomBank(
            new BankFolder(folder), "69000100000000017", new SoakOrder(Map.of(), SEED).draw(0));
    for (int act = 0; act < 60; act++) {
      bank.act(List.of(new RandomBank.Awaited("6900010000000000011", Money.yuan("200.00"))));
    }
    bank.closeDay(true);
  }

  @BeforeEach
  void an_honest_exchange_has_heard_of_it() {
    receipts =
        new ArrayList<>(all(Kind.PAID_IN).stream().map(BookComparisonTest::receipt).toList());
    paid = new HashSet<>();
    Set<ToldLine> fees =
        bank.mail().told().stream()
            .filter(line -> line.clearness() == Clearness.FOREIGN)
            .collect(Collectors.toSet());
    disputed = new HashMap<>();
    fees.forEach(fee -> disputed.put(fee.key(), "no order of ours"));
    open = new HashSet<>(fees.stream().map(fee -> "LINE_DISPUTED line/" + fee.key()).toList());
    unfollowed = new HashSet<>();
    unexplained = Money.ZERO;
    Money taken = all(Kind.FEE).stream().map(PlainMovement::amount).reduce(Money.ZERO, Money::plus);
    balance = bank.book().balance().plus(taken);
  }

  @Test
  void honest_books_have_no_fault() {
    assertThat(all(Kind.PAID_IN)).hasSizeGreaterThan(5);
    assertThat(all(Kind.TAKEN_BACK)).isNotEmpty();
    assertThat(all(Kind.FEE)).isNotEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void what_counts_twice_is_found() {
    receipts.add(receipts.getFirst());

    assertThat(faults()).anyMatch(fault -> fault.startsWith("it counts 2 times"));
  }

  @Test
  void what_is_lost_is_found() {
    receipts.removeFirst();

    assertThat(faults()).anyMatch(fault -> fault.startsWith("it is lost"));
  }

  @Test
  void what_was_never_paid_in_or_is_another_amount_is_found() {
    Receipt first = receipts.getFirst();
    receipts.set(0, new Receipt(first.reference(), first.year(), FEN, false, first.reversal()));
    receipts.add(new Receipt("E999999", first.year(), FEN, false, ""));

    assertThat(faults())
        .anyMatch(fault -> fault.contains("is not what was paid in"))
        .anyMatch(fault -> fault.startsWith("a receipt of what was never paid in"));
  }

  @Test
  void a_part_of_a_deposit_that_fits_is_found() {
    receipts.replaceAll(
        one -> new Receipt(one.reference(), one.year(), one.amount(), true, one.reversal()));

    assertThat(faults()).anyMatch(fault -> fault.contains("is not what was awaited"));
  }

  @Test
  void what_is_taken_back_by_nobody_is_found() {
    receipts.replaceAll(
        one -> new Receipt(one.reference(), one.year(), one.amount(), false, "TAKEN_BACK"));

    assertThat(faults()).anyMatch(fault -> fault.contains("is taken back, but not by the bank"));
  }

  @Test
  void a_fen_that_is_missing_is_found() {
    balance = balance.minus(FEN);

    assertThat(faults()).anyMatch(fault -> fault.startsWith("what counts makes"));
  }

  @Test
  void a_payment_that_never_left_is_found() {
    paid.add("never");

    assertThat(faults()).anyMatch(fault -> fault.contains("is paid, but never left"));
  }

  @Test
  void a_fee_of_which_no_person_is_told_is_found() {
    open.clear();

    assertThat(faults()).anyMatch(fault -> fault.startsWith("it is lost"));
  }

  @Test
  void what_is_clear_and_left_to_a_person_is_found() {
    bank.mail().told().stream()
        .filter(line -> line.clearness() == Clearness.CLEAR && !line.inStatement())
        .forEach(line -> disputed.put(line.key(), "nobody knows why"));

    assertThat(faults()).anyMatch(fault -> fault.startsWith("it is clear, but disputed"));
  }

  @Test
  void what_waits_without_a_cause_is_found() {
    unfollowed.add("N0000001/0");
    open.add("STATEMENT_WAITS statement/S0000001");
    open.add("BALANCE_DIFFERS balance/S0000001");
    unexplained = FEN;

    assertThat(faults())
        .anyMatch(fault -> fault.startsWith("nobody has followed line"))
        .anyMatch(fault -> fault.startsWith("it waits, but everything is told"))
        .anyMatch(fault -> fault.startsWith("a difference is told"))
        .anyMatch(fault -> fault.startsWith("the exchange cannot explain"));
  }

  private List<String> faults() {
    return new BookComparison(
            bank,
            new All(
                receipts,
                paid,
                Set.of(),
                open,
                disputed,
                Set.of(),
                unfollowed,
                0,
                balance,
                bank.book().balance(),
                unexplained))
        .faults();
  }

  private static List<PlainMovement> all(Kind kind) {
    return bank.book().movements(kind);
  }

  private static Receipt receipt(PlainMovement in) {
    return new Receipt(
        in.own(),
        in.at().atZone(Deadline.ZONE).getYear(),
        in.amount(),
        false,
        bank.book().undoing(in).isPresent() ? "TAKEN_BACK" : "");
  }
}
