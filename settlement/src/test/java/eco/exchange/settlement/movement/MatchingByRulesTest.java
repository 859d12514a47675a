package eco.exchange.settlement.movement;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which line tells which movement, where banks tell the same in different ways. */
class MatchingByRulesTest {

  private static final LocalDate DAY = LocalDate.parse("2028-02-20");
  private static final BookingTime TEN = at("2028-02-20T02:00:00Z");
  private static final String SUB = "6900010000000000019";
  private static final String ANJI = "6222020200112239901";
  private static final String OTHER = "6222020200119999999";
  private static final int MANY = 20_000;
  private static final long SECONDS_MAX = 120;

  private final ToldMessages messages = new ToldMessages();

  @Test
  void parts_told_in_another_order_are_the_same_parts() {
    notice("N1", in(part("R", 1, 2), "60", ANJI), in(part("R", 2, 2), "40", OTHER));

    assertThat(statement("S1", in(part("R", 1, 2), "40", OTHER), in(part("R", 2, 2), "60", ANJI)))
        .containsExactly("again R/2", "again R/1");
  }

  @Test
  void parts_without_any_name_are_the_same_if_their_amounts_are() {
    notice("N1", out(part("R", 1, 2), "60"), out(part("R", 2, 2), "40"));

    assertThat(statement("S1", out(part("R", 1, 2), "40"), out(part("R", 2, 2), "60")))
        .containsExactly("again out/R/2", "again out/R/1");
  }

  @Test
  void parts_of_one_amount_go_by_their_payers_before_they_go_by_their_place() {
    notice("N1", in(part("R", 1, 2), "50", ANJI), in(part("R", 2, 2), "50", OTHER));

    assertThat(statement("S1", in(part("R", 1, 2), "50", OTHER), in(part("R", 2, 2), "50", ANJI)))
        .containsExactly("again R/2", "again R/1");
  }

  @Test
  void other_parts_of_a_known_sum_are_left_to_a_person() {
    notice("N1", in(part("R", 1, 2), "60", ANJI), in(part("R", 2, 2), "40", OTHER));

    assertThat(statement("S1", in(part("R", 1, 2), "70", ANJI), in(part("R", 2, 2), "30", OTHER)))
        .containsExactly("unclear", "unclear");
  }

  @Test
  void a_moment_told_more_finely_is_the_same_moment() {
    notice("N1", in(own("X1"), "7", ANJI, at("2028-02-20T02:00:00.120Z")));

    assertThat(statement("S1", in(EntryReferences.of("E1"), "7", ANJI, TEN)))
        .containsExactly("again X1");
  }

  @Test
  void a_payment_of_the_same_id_is_the_same_whatever_the_moment() {
    notice("N1", in(own("X1", "PAYER-7"), "7", ANJI, at("2028-02-20T01:59:30Z")));

    assertThat(
            statement(
                "S1",
                in(EntryReferences.of("E1", "PAYER-7"), "7", ANJI, at("2028-02-20T03:00:01Z"))))
        .containsExactly("again X1");
  }

  @Test
  void of_moments_that_differ_a_sub_account_alone_does_not_say_enough() {
    notice("N1", in(own("X1"), "7", "", at("2028-02-20T01:59:30Z")));

    assertThat(statement("S1", in(EntryReferences.of("E1"), "7", "", at("2028-02-20T03:00:01Z"))))
        .containsExactly("unclear");
  }

  @Test
  void what_one_payer_pays_twice_a_day_goes_by_the_moments() {
    BookingTime later = at("2028-02-20T03:00:00Z");
    notice("N1", in(own("X1"), "7", ANJI, TEN));
    notice("N2", in(own("X2"), "7", ANJI, later));

    assertThat(
            statement(
                "S1",
                in(EntryReferences.of("E2"), "7", ANJI, later),
                in(EntryReferences.of("E1"), "7", ANJI, TEN)))
        .containsExactly("again X2", "again X1");
  }

  @Test
  void a_name_written_otherwise_makes_no_other_payer_of_an_account() {
    BankEntry.Incoming told = (BankEntry.Incoming) in(EntryReferences.of("E1"), "7", ANJI);
    BankAccount from = new BankAccount("安吉竹海", ANJI, "102100099996");
    notice("N1", in(own("X1"), "7", ANJI));

    assertThat(
            statement(
                "S1",
                new BankEntry.Incoming(
                    told.references(),
                    told.amount(),
                    told.booked(),
                    SUB,
                    from.holder(),
                    Optional.of(from),
                    "")))
        .containsExactly("again X1");
  }

  @Test
  void accounts_that_end_alike_are_not_the_same() {
    notice("N1", in(own("X1"), "7", "1111111119901"));

    assertThat(statement("S1", in(EntryReferences.of("E1"), "7", ANJI)))
        .containsExactly("first E1");
  }

  @Test
  void a_reversal_told_more_fully_later_is_the_same_reversal() {
    notice("N1", in(EntryReferences.of("C1", "PAYER-7"), "7", ANJI));
    notice("N2", reversal(EntryReferences.of("C2", "PAYER-7"), "7", ""));

    assertThat(
            statement(
                "S1",
                in(EntryReferences.of("C1", "PAYER-7"), "7", ANJI),
                reversal(EntryReferences.of("C2", "PAYER-7"), "7", ANJI)))
        .containsExactly("again C1", "again out/C2");
  }

  @Test
  void a_reversal_told_as_a_plain_debit_later_is_the_same_reversal() {
    notice("N1", in(EntryReferences.of("C1", "PAYER-7"), "7", ANJI));
    notice("N2", reversal(EntryReferences.of("C2", "PAYER-7"), "7", ""));

    assertThat(statement("S1", out(EntryReferences.of("C2", "PAYER-7"), "7")))
        .containsExactly("again out/C2");
  }

  @Test
  void a_payment_that_was_ordered_is_not_what_the_bank_took_back_that_day() {
    notice("N1", in(EntryReferences.of("C1"), "7", ANJI));
    notice("N2", reversal(EntryReferences.of("C2"), "7", ANJI));
    List<BankEntry> paid = List.of(out(own("X3", "PAY-3"), "7"));

    assertThat(messages.tell("N3", Source.NOTICE, paid, Map.of("PAY-3", "PF-1")))
        .extracting(MatchingByRulesTest::words)
        .containsExactly("first out/X3");
  }

  @Test
  void a_reversal_that_names_another_payment_later_is_left_to_a_person() {
    notice("N1", in(EntryReferences.of("C1"), "7", ANJI));
    notice("N2", reversal(EntryReferences.of("C1"), "7", ""));

    assertThat(statement("S1", reversal(EntryReferences.of("C1"), "7", OTHER)))
        .containsExactly("unclear");
  }

  @Test
  void a_reversal_takes_back_no_payment_of_another_id() {
    notice("N1", in(EntryReferences.of("C1", "LOT-B"), "7", ANJI));

    assertThat(notice("N2", reversal(EntryReferences.of("C9", "LOT-A"), "7", ANJI)))
        .containsExactly("unclear");
  }

  @Test
  void a_number_used_again_takes_back_no_payment_of_another_year() {
    notice("N0", in(EntryReferences.of("0007"), "7", "", on(DAY.minusYears(3))));
    notice("N1", in(EntryReferences.of("0001", "PAYER-7"), "7", ANJI));

    assertThat(notice("N2", reversal(EntryReferences.of("0007", "PAYER-7"), "7", "")))
        .containsExactly("first out/0007 takes back 0001");
  }

  @Test
  void a_number_used_again_alone_takes_back_nothing() {
    notice("N0", in(EntryReferences.of("0007"), "7", "", on(DAY.minusYears(3))));

    assertThat(notice("N1", reversal(EntryReferences.of("0007"), "7", "")))
        .containsExactly("unclear");
  }

  @Test
  void names_of_different_movements_are_left_to_a_person() {
    notice("N1", in(EntryReferences.of("C1"), "7", ""));
    notice("N2", in(EntryReferences.of("C2"), "7", ANJI));

    assertThat(notice("N3", reversal(EntryReferences.of("C1"), "7", ANJI)))
        .containsExactly("unclear");
  }

  @Test
  void nothing_is_taken_back_that_came_in_later() {
    notice("N1", in(EntryReferences.of("C1"), "7", ANJI, on(DAY.plusDays(1))));

    assertThat(notice("N2", reversal(EntryReferences.of("C9"), "7", ANJI)))
        .containsExactly("unclear");
  }

  @Test
  void a_reversal_told_before_its_movement_takes_it_back() {
    assertThat(
            statement(
                "S1",
                reversal(EntryReferences.of("C2"), "7", ANJI),
                in(EntryReferences.of("C1"), "7", ANJI)))
        .containsExactly("first out/C2 takes back C1", "first C1");
  }

  @Test
  void a_reversal_of_an_entry_in_one_sum_takes_back_its_parts() {
    notice("N1", in(part("R", 1, 2), "60", ANJI), in(part("R", 2, 2), "40", OTHER));

    assertThat(notice("N2", reversal(EntryReferences.of("R"), "90", "")))
        .containsExactly("unclear");
    assertThat(notice("N3", reversal(EntryReferences.of("R"), "100", "")))
        .containsExactly("first out/R takes back R/1 takes back R/2");
  }

  @Test
  void parts_are_taken_back_by_their_entry_their_amount_and_their_place() {
    notice(
        "N1",
        in(part("R", 1, 3), "60", ""),
        in(part("R", 2, 3), "40", ""),
        in(part("R", 3, 3), "40", ""));

    assertThat(
            notice(
                "N2",
                reversal(part("R", 1, 3), "60", ""),
                reversal(part("R", 2, 3), "40", ""),
                reversal(part("R", 3, 3), "40", "")))
        .containsExactly(
            "first out/R/1 takes back R/1",
            "first out/R/2 takes back R/2",
            "first out/R/3 takes back R/3");
  }

  @Test
  void a_reversal_is_found_by_account_even_if_nothing_else_of_the_account_is_told() {
    BankEntry bare =
        new BankEntry.Incoming(
            EntryReferences.of("C1"), yuan("7"), TEN, SUB, "", Optional.empty(), ANJI, "");
    messages.tell("N1", Source.NOTICE, List.of(bare));

    assertThat(notice("N2", reversal(EntryReferences.of("C2"), "7", ANJI)))
        .containsExactly("first out/C2 takes back C1");
  }

  @Test
  void a_reversal_is_found_by_the_accounts_told_turned_round() {
    notice("N1", in(EntryReferences.of("C1"), "7", ANJI));
    BankEntry turned = new BankEntry.Reversal(EntryReferences.of("C2"), yuan("7"), TEN, SUB, ANJI);

    assertThat(notice("N2", turned)).containsExactly("first out/C2 takes back C1");
  }

  @Test
  void a_number_used_again_tells_no_sum_and_no_parts_of_another_year() {
    BookingTime later = on(DAY.plusYears(1));
    notice("N1", in(part("R", 1, 2), "60", ANJI), in(part("R", 2, 2), "40", OTHER));
    notice("N2", in(EntryReferences.of("Q"), "100", ""));

    assertThat(notice("N3", in(EntryReferences.of("R"), "100", "", later)))
        .containsExactly("first R");
    assertThat(
            notice(
                "N4",
                in(part("Q", 1, 2), "60", ANJI, later),
                in(part("Q", 2, 2), "40", OTHER, later)))
        .containsExactly("first Q/1", "first Q/2");
  }

  @Test
  void a_payment_told_with_its_charge_later_is_the_same_payment() {
    notice("N1", out(EntryReferences.of("C6", "E2E-1"), "1500"));

    assertThat(
            statement(
                "S1",
                out(
                    new EntryReferences(
                        Optional.of("C6"), Optional.empty(), Optional.of("E2E-1"), 1, 2),
                    "1500"),
                out(part("C6", 2, 2), "26")))
        .containsExactly("again out/C6", "first out/C6/2");
  }

  @Test
  @Timeout(SECONDS_MAX)
  void many_parts_are_matched_as_fast_as_they_are_many() {
    List<BankEntry> parts =
        IntStream.rangeClosed(1, MANY)
            .<BankEntry>mapToObj(place -> in(part("R", place, MANY), "1", ""))
            .toList();

    assertThat(messages.tell("N1", Source.NOTICE, parts))
        .allMatch(MovementMatch.First.class::isInstance);
    assertThat(messages.tell("S1", Source.STATEMENT, parts.reversed()))
        .allMatch(MovementMatch.Again.class::isInstance);
  }

  private List<String> notice(String message, BankEntry... lines) {
    return told(message, Source.NOTICE, lines).stream().map(MatchingByRulesTest::words).toList();
  }

  private List<String> statement(String message, BankEntry... lines) {
    return told(message, Source.STATEMENT, lines).stream().map(MatchingByRulesTest::words).toList();
  }

  private List<MovementMatch> told(String message, Source source, BankEntry... lines) {
    return messages.tell(message, source, List.of(lines));
  }

  private static String words(MovementMatch match) {
    return switch (match) {
      case MovementMatch.First first ->
          "first "
              + first.movement().key()
              + first.takesBack().stream().map(" takes back "::concat).collect(joining());
      case MovementMatch.Again again -> "again " + again.movement().key();
      case MovementMatch.Sum sum -> "sum";
      case MovementMatch.Nothing nothing -> "nothing";
      case MovementMatch.Unclear why -> "unclear";
    };
  }

  private static BankEntry in(EntryReferences references, String amount, String account) {
    return in(references, amount, account, TEN);
  }

  private static BankEntry in(
      EntryReferences references, String amount, String account, BookingTime at) {
    Optional<BankAccount> from =
        Optional.of(new BankAccount("付款人" + account, account, "102100099996"))
            .filter(BankAccount::hasTheForm);
    return new BankEntry.Incoming(
        references, yuan(amount), at, SUB, from.map(BankAccount::holder).orElse(""), from, "");
  }

  private static BankEntry out(EntryReferences references, String amount) {
    return new BankEntry.Outgoing(references, yuan(amount), TEN);
  }

  private static BankEntry reversal(EntryReferences references, String amount, String account) {
    BookingTime later = BookingTime.at(TEN.latest().plus(Duration.ofHours(1)));
    return new BankEntry.Reversal(references, yuan(amount), later, account);
  }

  private static EntryReferences part(String entry, int part, int parts) {
    return new EntryReferences(Optional.of(entry), Optional.empty(), Optional.empty(), part, parts);
  }

  private static EntryReferences own(String number) {
    return new EntryReferences(Optional.empty(), Optional.of(number), Optional.empty(), 1, 1);
  }

  private static EntryReferences own(String number, String endToEnd) {
    return new EntryReferences(Optional.empty(), Optional.of(number), Optional.of(endToEnd), 1, 1);
  }

  private static BookingTime at(String moment) {
    return BookingTime.at(Instant.parse(moment));
  }

  private static BookingTime on(LocalDate day) {
    return BookingTime.on(day);
  }

  private static Money yuan(String amount) {
    return Money.yuan(amount);
  }
}
