package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.reversal;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
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
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A disputed line is looked at again with all that the bank tells later, however many there are.
 */
class FollowingDisputedLinesTest {

  private static final EntryReferences OWN =
      new EntryReferences(Optional.empty(), Optional.of("OWN-1"), Optional.empty(), 1, 1);

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void what_a_disputed_line_tells_is_not_followed_as_well_once_another_line_tells_it() {
    link.tells(nameless(OWN));
    link.tells(nameless(EntryReferences.of("E1")));
    assertThat(link.exceptions()).containsExactly("line/N2/0");

    link.tells(nameless(entryAndOwn("E1", "OWN-2")));

    assertThat(link.exceptions()).isEmpty();
    BankException ended = done(follows("line/N2/0"));
    assertThat(ended.end().orElseThrow().words()).isEqualTo("another line tells the same");
    assertThat(link.balance("BANK")).as("two movements of 20.00").isEqualTo("-4000");
  }

  @Test
  void a_disputed_line_that_nobody_tells_again_is_followed_as_another() {
    link.tells(nameless(OWN));
    link.tells(nameless(EntryReferences.of("E1")));

    done(follows("line/N2/0"));

    assertThat(link.balance("BANK")).isEqualTo("-4000");
    link.tells(nameless(EntryReferences.of("E1")));
    assertThat(link.exceptions()).isEmpty();
    assertThat(link.balance("BANK")).as("told once more").isEqualTo("-4000");
  }

  @Test
  void what_a_disputed_line_tells_more_of_is_used_once_it_is_clear() {
    String deposit = market.deposit(ANJI);
    link.tells(plain(OWN, "", "200.00", Optional.empty()));
    link.tells(plain(EntryReferences.of("E1"), deposit, "200.00", Optional.of(OF_ANJI)));
    assertThat(link.exceptions()).containsExactly("line/N2/0");

    link.tells(plain(entryAndOwn("E1", "OWN-1"), "", "200.00", Optional.empty()));

    assertThat(link.exceptions()).isEmpty();
    assertThat(link.balance("ESCROW")).as("the deposit is held").isEqualTo("0");
    assertThat(await(door.books()).held()).isEqualTo(yuan("200.00"));
    assertThat(link.balance("BANK")).isEqualTo("-20000");
  }

  @Test
  void the_numbers_of_a_line_that_has_become_clear_are_known_from_then_on() {
    link.tells(plain(OWN, "", "20.00", Optional.empty()));
    link.tells(plain(EntryReferences.of("E1"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(OWN, "", "20.00", Optional.of(OF_ANJI)));
    assertThat(link.exceptions()).isEmpty();

    link.tells(
        new BankEntry.Incoming(
            EntryReferences.of("E1"),
            yuan("20.00"),
            BookingTime.on(WorkingCalendar.dayOf(START).plusDays(1)),
            "",
            OF_ANJI.holder(),
            Optional.of(OF_ANJI),
            ""));

    assertThat(link.balance("BANK")).isEqualTo("-2000");
  }

  @Test
  void one_of_several_does_not_become_sure_because_the_others_are_gone() {
    link.tells(plain(own("OWN-1"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(own("OWN-2"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(EntryReferences.of("E9"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(entryAndOwn("E7", "OWN-1"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(entryAndOwn("E8", "OWN-2"), "", "20.00", Optional.of(OF_ANJI)));
    assertThat(link.exceptions()).containsExactly("line/N3/0");

    link.tells(plain(entryAndOwn("E9", "OWN-3"), "", "20.00", Optional.of(OF_ANJI)));

    assertThat(link.exceptions()).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("-6000");
  }

  @Test
  void a_number_that_is_given_twice_is_left_to_a_person_if_another_speaks_against_it() {
    link.tells(plain(entryAndOwn("E1", "OWN-1"), "", "20.00", Optional.of(OF_ANJI)));
    link.tells(plain(entryAndOwn("E1", "OWN-2"), "", "20.00", Optional.of(OF_ANJI)));

    assertThat(link.exceptions()).containsExactly("line/N2/0");
    assertThat(link.balance("BANK")).isEqualTo("-2000");
  }

  @Test
  void a_debit_holds_what_it_may_take_back_behind_hundreds_of_others() {
    AccountLine[] others =
        IntStream.range(0, 450)
            .mapToObj(i -> reversal(EntryReferences.of("OLD-" + i), "0.0%d".formatted(1 + i % 9)))
            .toArray(AccountLine[]::new);
    link.tells(others);
    String deposit = market.deposit(ANJI);
    link.tells(incoming("B0", deposit, "200.00"));
    done(door.releaseDeposits(TRADE, Set.of()));

    link.tells(reversal(EntryReferences.of("R1"), "200.00"));

    assertThat(await(bank.nextFile())).isEmpty();
  }

  @Test
  void a_debit_does_not_hold_what_another_debit_beside_it_is_about() {
    link.tells(incoming("B1", "", "33.00", OF_ANJI));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    link.tells(ofAccount("R1", "44.00"), ofAccount("R2", "55.00"));

    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("33.00"));
  }

  @Test
  void a_debit_of_a_strangers_account_takes_nothing_back() {
    link.tells(incoming("B1", "", "33.00", OF_THE_VILLAGE));
    link.tells(ofAccount("R1", "33.00"));

    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(link.exceptions()).containsExactly("line/N2/0");
  }

  private Uni<Answer<BankException>> follows(String key) {
    return bank.settle(key, new ExceptionSettlement.Follow(), "银行来函", OFFICER, MANAGER);
  }

  // A bank that tells neither who has paid nor at what time of the day.
  private static BankEntry nameless(EntryReferences references) {
    return plain(references, "", "20.00", Optional.empty());
  }

  private static BankEntry plain(
      EntryReferences references, String subAccount, String amount, Optional<BankAccount> from) {
    return new BankEntry.Incoming(
        references,
        yuan(amount),
        BookingTime.on(WorkingCalendar.dayOf(START)),
        subAccount,
        from.map(BankAccount::holder).orElse(""),
        from,
        "");
  }

  private static EntryReferences own(String own) {
    return new EntryReferences(Optional.empty(), Optional.of(own), Optional.empty(), 1, 1);
  }

  private static EntryReferences entryAndOwn(String entry, String own) {
    return new EntryReferences(Optional.of(entry), Optional.of(own), Optional.empty(), 1, 1);
  }

  private static BankEntry ofAccount(String reference, String amount) {
    return new BankEntry.Reversal(
        EntryReferences.of(reference), yuan(amount), BookingTime.at(START), OF_ANJI.number());
  }
}
