package eco.exchange.lab.soak.bank;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.lab.soak.bank.plain.PlainEntry;
import eco.exchange.lab.soak.bank.plain.PlainEntry.Telling;
import eco.exchange.lab.soak.bank.plain.PlainMovement;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.ToldLine;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is clear of a told line, case by case as the rule of movements (ADR 0040) decides it. */
class LineDoubtsTest {

  private static final Money AMOUNT = Money.yuan("321.00");
  private static final Instant NOON = Instant.parse("2031-04-07T04:00:00Z");
  private static final Optional<String> NONE = Optional.empty();

  private int movements;

  @Test
  void a_number_of_another_kind_and_no_name_leave_a_doubt() {
    ToldLine nameless = notice(1, out(Optional.of("E1"), NONE, NONE, 0));
    ToldLine named = notice(2, out(NONE, Optional.of("M2"), Optional.of("PAY-2"), 7));

    assertThat(isClear(named, nameless, named)).isFalse();
    assertThat(isClear(named, named, nameless)).isTrue();
  }

  @Test
  void two_numbers_of_one_kind_leave_none() {
    ToldLine other = notice(1, out(Optional.of("E1"), NONE, NONE, 0));
    ToldLine line = notice(2, out(Optional.of("E2"), NONE, NONE, 7));

    assertThat(isClear(line, other, line)).isTrue();
  }

  @Test
  void the_id_of_another_payment_leaves_none() {
    ToldLine other = notice(1, out(Optional.of("E1"), NONE, Optional.of("PAY-1"), 0));
    ToldLine line = notice(2, out(NONE, Optional.of("M2"), Optional.of("PAY-2"), 7));

    assertThat(isClear(line, other, line)).isTrue();
  }

  @Test
  void a_payment_of_ours_is_not_what_the_bank_took_back() {
    ToldLine other = back(notice(1, in(Optional.of("E1"), NONE, "")));
    ToldLine nameless = notice(3, out(NONE, Optional.of("M3"), NONE, 7));
    ToldLine named = notice(4, out(NONE, Optional.of("M4"), Optional.of("PAY-4"), 7));

    assertThat(isClear(nameless, other, nameless)).isFalse();
    assertThat(isClear(named, other, named)).isTrue();
  }

  @Test
  void another_sub_account_leaves_none_and_the_same_does() {
    ToldLine other = notice(1, in(Optional.of("E1"), NONE, "1001"));
    ToldLine elsewhere = notice(2, in(NONE, Optional.of("M2"), "1002"));
    ToldLine here = notice(3, in(NONE, Optional.of("M3"), "1001"));

    assertThat(isClear(elsewhere, other, elsewhere)).isTrue();
    assertThat(isClear(here, other, here)).isFalse();
  }

  @Test
  void its_own_number_leaves_none_whatever_else_is_told() {
    ToldLine first = notice(2, out(Optional.of("E2"), Optional.of("M2"), NONE, 7));
    ToldLine other = notice(1, out(Optional.of("E1"), NONE, NONE, 0));
    ToldLine again = later(first, out(NONE, Optional.of("M2"), NONE, 7));

    assertThat(isClear(again, first, other, again)).isTrue();
    assertThat(new LineDoubts(List.of(first, other, again), Set.of(first.key())).isClear(again))
        .isFalse();
  }

  @Test
  void what_the_same_statement_has_told_leaves_none() {
    ToldLine other = notice(1, out(Optional.of("E1"), NONE, NONE, 0));
    ToldLine otherAgain = later(other, out(Optional.of("E1"), NONE, NONE, 0));
    ToldLine line =
        statement(2, out(NONE, Optional.of("M2"), Optional.of("PAY-2"), 7), Kind.PAID_OUT);

    assertThat(isClear(line, other, line)).isFalse();
    assertThat(isClear(line, other, otherAgain, line)).isTrue();
  }

  @Test
  void what_takes_back_what_was_in_doubt_is_not_clear() {
    ToldLine nameless = notice(1, in(Optional.of("E1"), NONE, ""));
    ToldLine doubtful = notice(2, in(NONE, Optional.of("M2"), "1001"));
    ToldLine back = back(doubtful);

    assertThat(isClear(back, nameless, doubtful, back)).isFalse();
    assertThat(isClear(back, doubtful, back)).isTrue();
  }

  private static boolean isClear(ToldLine line, ToldLine... told) {
    return new LineDoubts(List.of(told), Set.of()).isClear(line);
  }

  private ToldLine notice(int number, BankEntry said) {
    Kind kind = said.effect().isPositive() ? Kind.PAID_IN : Kind.PAID_OUT;
    return line("N" + number, entry(moved(kind, Optional.empty())), false, said);
  }

  private ToldLine statement(int number, BankEntry said, Kind kind) {
    return line("S" + number, entry(moved(kind, Optional.empty())), true, said);
  }

  private static ToldLine later(ToldLine first, BankEntry said) {
    return line("S" + first.message(), first.entry(), true, said);
  }

  private ToldLine back(ToldLine taken) {
    PlainMovement of = taken.entry().movements().getFirst();
    BankEntry said =
        new BankEntry.Reversal(EntryReferences.of("E9"), AMOUNT, BookingTime.at(NOON), "");
    return line("N9", entry(moved(Kind.TAKEN_BACK, Optional.of(of))), false, said);
  }

  private static ToldLine line(
      String message, PlainEntry entry, boolean inStatement, BankEntry said) {
    return new ToldLine(message, 0, entry, 0, inStatement, said, Clearness.CLEAR);
  }

  private PlainMovement moved(Kind kind, Optional<PlainMovement> of) {
    movements++;
    return new PlainMovement(
        movements, kind, "M" + movements, AMOUNT, NOON, Optional.empty(), NONE, of);
  }

  private static PlainEntry entry(PlainMovement moved) {
    return new PlainEntry("E" + moved.number(), "", List.of(moved), Telling.FULL);
  }

  private static BankEntry out(
      Optional<String> entry, Optional<String> own, Optional<String> payment, int seconds) {
    return new BankEntry.Outgoing(
        new EntryReferences(entry, own, payment, 1, 1),
        AMOUNT,
        BookingTime.at(NOON.plusSeconds(seconds)));
  }

  private static BankEntry in(Optional<String> entry, Optional<String> own, String subAccount) {
    return new BankEntry.Incoming(
        new EntryReferences(entry, own, NONE, 1, 1),
        AMOUNT,
        BookingTime.on(WorkingCalendar.dayOf(NOON)),
        subAccount,
        "",
        Optional.empty(),
        "");
  }
}
