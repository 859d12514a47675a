package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
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
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bank has told and never booked is struck by two persons, and what became of it. */
class StrikingReceiptsTest {

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
  void what_the_bank_has_never_booked_is_taken_back_by_two_persons() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "15.00", incoming("B2", "5.00", START));
    ExceptionSettlement never = new ExceptionSettlement.Strike(List.of("B1"));

    assertThat(told(bank.settle("balance/S1", never, "银行无此笔", OFFICER, OFFICER)))
        .isEqualTo("SAME_PERSON");
    assertThat(told(settled("balance/S1", new ExceptionSettlement.Strike(List.of("B2")))))
        .isEqualTo("SETTLEMENT_UNFIT");
    assertThat(told(settled("balance/S1", new ExceptionSettlement.Strike(List.of()))))
        .isEqualTo("SETTLEMENT_UNFIT");
    done(settled("balance/S1", never));

    assertThat(await(market.door.receipt("B1")).orElseThrow().state())
        .isEqualTo(ReceiptView.State.TAKEN_BACK);
    statement(1, "15.00", "15.00");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void what_is_struck_is_compared_at_once() {
    notice(incoming("B1", "20.00", START));
    notice(incoming("B2", "5.00", START));
    statement(0, "10.00", "10.00");
    assertThat(only().subject()).isEqualTo("-25.00 S1");

    done(settled("balance/S1", new ExceptionSettlement.Strike(List.of("B1"))));
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S1#2");
    assertThat(only().subject()).isEqualTo("-5.00 S1");

    done(settled("balance/S1#2", new ExceptionSettlement.Strike(List.of("B2"))));
    assertThat(exceptions()).isEmpty();
    assertThat(await(bank.endedExceptions(Optional.empty(), 10)).items())
        .extracting(BankException::key)
        .containsExactly("balance/S1#2", "balance/S1");
  }

  @Test
  void a_proposal_that_does_not_fit_is_refused_before_another_is_asked() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");

    assertThat(examined(new ExceptionSettlement.LetPass(), "银行来函")).isEqualTo("SETTLEMENT_UNFIT");
    assertThat(examined(new ExceptionSettlement.Follow(), "银行来函")).isEqualTo("SETTLEMENT_UNFIT");
    assertThat(examined(new ExceptionSettlement.TakeBack(List.of("B1")), "银行来函"))
        .isEqualTo("SETTLEMENT_UNFIT");
    assertThat(examined(new ExceptionSettlement.Strike(List.of()), "银行来函"))
        .isEqualTo("SETTLEMENT_UNFIT");
    assertThat(examined(new ExceptionSettlement.Strike(List.of("B9")), "银行来函"))
        .isEqualTo("RECEIPT_UNKNOWN");
    assertThat(examined(new ExceptionSettlement.Explained(), " ")).isEqualTo("SETTLEMENT_UNFIT");
    assertThat(told(bank.examine("balance/S9", new ExceptionSettlement.Explained(), "银行来函")))
        .isEqualTo("EXCEPTION_UNKNOWN");
    done(bank.examine("balance/S1", new ExceptionSettlement.Strike(List.of("B1")), "银行来函"));
    assertThat(exceptions()).as("nothing follows yet").hasSize(1);
  }

  @Test
  void what_was_struck_and_is_booked_after_all_comes_in_anew() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");
    done(settled("balance/S1", new ExceptionSettlement.Strike(List.of("B1"))));

    notice(incoming("B1", "20.00", START));
    assertThat(exceptions()).as("a notice books nothing").isEmpty();
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).isEmpty();

    statement(1, "10.00", "30.00", incoming("B1", "20.00", START));
    assertThat(exceptions()).isEmpty();
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items())
        .extracting(open -> open.receipt().reference())
        .containsExactly("B1~2");
    notice(incoming("B1", "20.00", START, OF_ANJI));
    assertThat(await(market.door.receipt("B1~2")).orElseThrow().receipt().account())
        .as("what is told more fully is what counts")
        .contains(OF_ANJI);
  }

  @Test
  void what_is_struck_twice_or_ahead_of_the_statements_is_refused() {
    notice(incoming("B1", "20.00", START));
    notice(incoming("B2", "5.00", NEXT_DAY));
    statement(0, "10.00", "10.00");
    assertThat(told(settled("balance/S1", new ExceptionSettlement.Strike(List.of("B2")))))
        .as("the statement of its day is still to come")
        .isEqualTo("SETTLEMENT_UNFIT");
    done(settled("balance/S1", new ExceptionSettlement.Strike(List.of("B1"))));
    notice(incoming("B3", "7.00", START));
    statement(1, "10.00", "15.00", incoming("B2", "5.00", NEXT_DAY));
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S2");

    assertThat(examined("balance/S2", new ExceptionSettlement.Strike(List.of("B1")), "银行来函"))
        .isEqualTo("SETTLEMENT_UNFIT");
    assertThat(exceptions())
        .as("and nothing has changed")
        .containsExactly("BALANCE_DIFFERS balance/S2");
  }

  @Test
  void a_difference_that_stays_when_something_was_struck_is_told_once_more() {
    notice(incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");
    done(settled("balance/S1", new ExceptionSettlement.Explained()));
    notice(incoming("B2", "5.00", START));
    notice(incoming("B3", "5.00", START));
    statement(1, "10.00", "10.00");
    assertThat(only().subject()).isEqualTo("-30.00 S2");
    done(settled("balance/S2", new ExceptionSettlement.Strike(List.of("B2"))));
    assertThat(only().subject()).isEqualTo("-25.00 S2");
    done(settled("balance/S2#2", new ExceptionSettlement.Strike(List.of("B3"))));
    assertThat(only().subject())
        .as("the first was explained, but not mended")
        .isEqualTo("-20.00 S2");
  }

  @Test
  void what_a_settled_line_changes_is_compared_at_once() {
    notice(nameless("OWN-1", Optional.empty(), "20.00"));
    statement(0, "10.00", "30.00", nameless("", Optional.of("E1"), "20.00"));
    done(settled("line/S1/0", new ExceptionSettlement.Follow()));

    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S1#2");
    assertThat(only().subject()).as("it was no other").isEqualTo("-20.00 S1");

    done(settled("balance/S1#2", new ExceptionSettlement.Strike(List.of("OWN-1"))));
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void what_an_open_line_of_a_statement_may_tell_is_not_struck() {
    notice(nameless("OWN-1", Optional.empty(), "20.00"));
    notice(incoming("Z", "5.00", START));
    statement(0, "10.00", "30.00", nameless("", Optional.of("E1"), "20.00"));
    assertThat(exceptions())
        .containsExactly("LINE_DISPUTED line/S1/0", "BALANCE_DIFFERS balance/S1");

    assertThat(told(settled("balance/S1", new ExceptionSettlement.Strike(List.of("OWN-1", "Z")))))
        .isEqualTo("SETTLEMENT_UNFIT");
    done(settled("balance/S1", new ExceptionSettlement.Strike(List.of("Z"))));
    assertThat(exceptions()).containsExactly("LINE_DISPUTED line/S1/0");
  }

  @Test
  void what_a_correction_leaves_out_is_taken_back_by_two_persons() {
    statement(0, "10.00", "30.00", incoming("B1", "20.00", START));
    statement(0, "10.00", "10.00");
    done(settled("statement/S2", new ExceptionSettlement.LetPass()));
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S2");

    done(settled("balance/S2", new ExceptionSettlement.Strike(List.of("B1"))));
    statement(1, "10.00", "10.00");
    assertThat(exceptions()).isEmpty();
  }

  private Uni<Answer<BankException>> settled(String exception, ExceptionSettlement how) {
    return bank.settle(exception, how, "银行来函", OFFICER, MANAGER);
  }

  private List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.kind() + " " + open.key())
        .toList();
  }

  private BankException only() {
    return await(bank.exceptions(Optional.empty(), 2)).items().getFirst();
  }

  private String examined(ExceptionSettlement how, String words) {
    return examined("balance/S1", how, words);
  }

  private String examined(String exception, ExceptionSettlement how, String words) {
    return told(bank.examine(exception, how, words));
  }

  private static BankEntry nameless(String own, Optional<String> entry, String amount) {
    EntryReferences references =
        new EntryReferences(
            entry, Optional.of(own).filter(it -> !it.isEmpty()), Optional.empty(), 1, 1);
    return new BankEntry.Incoming(
        references, yuan(amount), BookingTime.on(DAY), "", "", Optional.empty(), "");
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
