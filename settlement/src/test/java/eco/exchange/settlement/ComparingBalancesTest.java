package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The closing balance of each statement against the accounts of the ledger at the bank. */
class ComparingBalancesTest {

  private static final LocalDate DAY = WorkingCalendar.dayOf(START);
  private static final Instant NEXT_DAY = START.plus(1, ChronoUnit.DAYS);

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(market.door.books()).areRight()).isTrue();
  }

  @Test
  void what_a_notice_tells_and_the_statement_of_its_day_does_not_is_one_difference_until_it_does() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S1");

    statement(1, "10.00", "10.00");
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S1");

    statement(2, "10.00", "30.00", incoming("B1", "20.00", START));
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_difference_that_was_explained_is_told_again_only_if_it_becomes_another() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");
    done(settled("balance/S1", new ExceptionSettlement.Explained()));

    statement(1, "10.00", "10.00");
    assertThat(exceptions()).isEmpty();

    notice(incoming("B2", "5.00", NEXT_DAY));
    statement(2, "10.00", "10.00");
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S3");
  }

  @Test
  void what_is_booked_after_a_statement_is_not_missed_in_it() {
    notice(incoming("B1", "20.00", NEXT_DAY));
    statement(0, "10.00", "10.00");
    assertThat(exceptions()).isEmpty();

    statement(1, "10.00", "30.00", incoming("B1", "20.00", NEXT_DAY));
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void what_came_in_before_the_first_statement_is_in_what_it_opens_with() {
    notice(incoming("B1", "20.00", START));
    statement(1, "30.00", "30.00");
    assertThat(exceptions()).isEmpty();
  }

  private BankException only() {
    return await(bank.exceptions(Optional.empty(), 2)).items().getFirst();
  }

  private BankException only(String key) {
    return await(bank.exceptions(Optional.empty(), 10)).items().stream()
        .filter(open -> open.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_may_be_known_already_is_no_difference_whether_it_is_or_not() {
    notice(nameless("OWN-1", Optional.empty(), "20.00"));
    statement(0, "10.00", "30.00", nameless("", Optional.of("E1"), "20.00"));
    assertThat(exceptions()).as("told once more").containsExactly("LINE_DISPUTED line/S1/0");

    notice(incoming("B2", "5.00", NEXT_DAY));
    statement(1, "30.00", "30.00");
    assertThat(only("balance/S2").subject()).as("no choice explains it").isEqualTo("-5.00 S2");
  }

  @Test
  void what_may_be_known_already_and_is_another_is_no_difference_either() {
    notice(nameless("OWN-1", Optional.empty(), "20.00"));
    statement(
        0,
        "10.00",
        "50.00",
        nameless("", Optional.of("E1"), "20.00"),
        nameless("OWN-1", Optional.empty(), "20.00"));
    assertThat(exceptions()).containsExactly("LINE_DISPUTED line/S1/0");

    done(settled("line/S1/0", new ExceptionSettlement.Follow()));
    statement(1, "50.00", "50.00");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void many_lines_that_may_be_known_are_no_difference_either() {
    AccountLine[] known =
        IntStream.range(0, 18)
            .mapToObj(i -> nameless("OWN-" + i, Optional.empty(), "%d.00".formatted(10 + i)))
            .toArray(AccountLine[]::new);
    AccountLine[] others =
        IntStream.range(0, 18)
            .mapToObj(i -> nameless("", Optional.of("E" + i), "%d.00".formatted(10 + i)))
            .toArray(AccountLine[]::new);
    notice(known);
    statement(
        0,
        "0.00",
        "666.00",
        Stream.of(others, known).flatMap(Stream::of).toArray(AccountLine[]::new));

    assertThat(exceptions()).hasSize(18).allMatch(open -> open.startsWith("LINE_DISPUTED"));
  }

  private static BankEntry nameless(String own, Optional<String> entry, String amount) {
    EntryReferences references =
        new EntryReferences(
            entry, Optional.of(own).filter(it -> !it.isEmpty()), Optional.empty(), 1, 1);
    return new BankEntry.Incoming(
        references, yuan(amount), BookingTime.on(DAY), "", "", Optional.empty(), "");
  }

  @Test
  void a_statement_that_corrects_another_counts_nothing_twice() {
    statement(0, "10.00", "30.00", incoming("B1", "20.00", START));
    statement(0, "10.00", "35.00", incoming("B1", "20.00", START), incoming("B2", "5.00", START));
    assertThat(exceptions()).containsExactly("STATEMENT_WAITS statement/S2");

    done(settled("statement/S2", new ExceptionSettlement.LetPass()));

    assertThat(exceptions()).isEmpty();
    assertThat(await(market.door.books()).areRight()).isTrue();
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).hasSize(2);
  }

  @Test
  void a_statement_of_a_gap_that_comes_late_corrects_nothing() {
    statement(0, "10.00", "10.00");
    statement(2, "30.00", "50.00", incoming("0001", "20.00", START.plus(2, ChronoUnit.DAYS)));
    done(settled("statement/S2", new ExceptionSettlement.LetPass()));
    statement(1, "10.00", "30.00", incoming("0001", "20.00", NEXT_DAY));
    done(settled("statement/S3", new ExceptionSettlement.LetPass()));

    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).hasSize(2);
  }

  @Test
  void a_statement_that_was_let_pass_after_a_gap_tells_of_other_days() {
    statement(0, "10.00", "30.00", incoming("B1", "20.00", START));
    statement(2, "50.00", "70.00", incoming("B1", "20.00", START.plus(2, ChronoUnit.DAYS)));

    done(settled("statement/S2", new ExceptionSettlement.LetPass()));

    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).hasSize(2);
  }

  @Test
  void what_is_known_otherwise_than_a_statement_tells_it_is_not_missed_in_the_ledger() {
    notice(incoming("B1", "20.00", START, OF_ANJI));
    statement(0, "10.00", "30.00", incoming("B1", "20.00", START, OF_THE_VILLAGE));
    assertThat(exceptions()).containsExactly("LINE_DISPUTED line/S1/0");
    assertThat(only().subject()).startsWith("+20.00 ").contains(" B1 ");
    assertThat(only().detail()).startsWith("TOLD_OTHERWISE: ");

    statement(1, "30.00", "30.00");
    assertThat(exceptions()).containsExactly("LINE_DISPUTED line/S1/0");
  }

  private Uni<Answer<BankException>> settled(String exception, ExceptionSettlement how) {
    return bank.settle(exception, how, "银行来函", OFFICER, MANAGER);
  }

  private List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.kind() + " " + open.key())
        .toList();
  }

  private void notice(AccountLine... lines) {
    link.tells(lines);
  }

  private void statement(int day, String opening, String closing, AccountLine... lines) {
    link.states(day, opening, closing, lines);
  }

  private static BankEntry incoming(
      String reference, String amount, Instant at, BankAccount account) {
    return new BankEntry.Incoming(
        EntryReferences.of(reference),
        yuan(amount),
        BookingTime.at(at),
        "",
        account.holder(),
        Optional.of(account),
        "");
  }

  private static BankEntry incoming(String reference, String amount, Instant at) {
    return new BankEntry.Incoming(
        EntryReferences.of(reference),
        yuan(amount),
        BookingTime.at(at),
        "",
        "安吉竹海公司",
        Optional.empty(),
        "");
  }
}
