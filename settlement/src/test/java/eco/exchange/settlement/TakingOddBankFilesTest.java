package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.HOUSE;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as real banks write them, each of which was once taken for what it is not. They lie beside
 * this test; what they name of the exchange is filled in.
 */
class TakingOddBankFilesTest {

  /** A day on which a deposit is in time. */
  private static final String IN_TIME = "2026-03-05";

  private final BankLink link = new BankLink();
  private final PgMarket database = link.database;
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void midnight_may_be_written_as_the_end_of_a_day() {
    assertThat(taken("01-poison-credttm-24h").writtenAt()).hasToString("2028-02-20T16:00:00Z");
    assertThat(taken("01-next-good").disputed()).isZero();
    assertThat(receipts()).containsExactly("C01 100.00", "C01B 100.00");
  }

  @Test
  void a_deposit_that_the_bank_takes_back_is_held_no_more_and_is_not_paid_out() {
    Map<String, String> deposit =
        Map.of(
            "SUBACCOUNT19DIGITS",
            market.deposit(ANJI),
            "320000.00",
            "200.00",
            "2028-02-20",
            IN_TIME);
    taken("02a-deposit-credited", deposit);
    assertThat(deposit(ANJI).state()).isEqualTo(SubAccountView.State.HELD);

    taken("02b-credit-reversed", deposit);
    taken("02b-credit-reversed", deposit);
    assertThat(deposits(ANJI))
        .as("it is awaited anew as long as it is due")
        .containsExactly(SubAccountView.State.TAKEN_BACK, SubAccountView.State.AWAITED);
    done(door.releaseDeposits(TRADE, Set.of()));

    assertThat(deposits(ANJI))
        .containsExactly(SubAccountView.State.TAKEN_BACK, SubAccountView.State.CLOSED);
    assertThat(await(bank.payments(TRADE))).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(exceptions())
        .singleElement()
        .asString()
        .startsWith("receipt/C02A: the bank has taken it back by out/C02B");
    assertThat(await(bank.exceptions(Optional.empty(), 2)).items())
        .extracting(BankException::subject)
        .containsExactly("-200.00 C02A 某药材有限公司");
  }

  @ParameterizedTest
  @CsvSource({
    "03a-group-accp-payment-information-rjct, NARR",
    "03b-no-group-status-payment-information-rjct, DT01",
    "03d-rjct-with-reference-only-transaction, DT01"
  })
  void of_the_levels_of_an_answer_the_most_particular_holds(String file, String reason) {
    taken(file, ofFile(twoRefunds()));

    assertThat(await(bank.payments(TRADE)))
        .allSatisfy(
            payment -> {
              assertThat(payment.state()).isEqualTo(PaymentState.CAME_BACK);
              assertThat(payment.reason()).startsWith(reason);
            })
        .hasSize(2);
  }

  @Test
  void what_is_cancelled_comes_back_and_what_is_blocked_is_shown_as_stopped() {
    taken("03c-canc-blck", ofFile(twoRefunds()));

    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactlyInAnyOrder(PaymentState.CAME_BACK, PaymentState.STOPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"04a-collective-debit-by-pmtinfid", "04b-collective-debit-e2e-no-servicer-ref"})
  void payments_that_were_booked_in_one_sum_are_paid(String file) {
    taken(file, ofFile(twoRefunds()));

    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.PAID, PaymentState.PAID);
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(exceptions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "04a-collective-debit-by-pmtinfid, 04b-collective-debit-e2e-no-servicer-ref",
    "04b-collective-debit-e2e-no-servicer-ref, 04a-collective-debit-by-pmtinfid",
    "04b-collective-debit-e2e-no-servicer-ref, 04b-collective-debit-e2e-no-servicer-ref"
  })
  void a_sum_and_its_payments_are_the_same_money(String first, String second) {
    Map<String, String> file = ofFile(twoRefunds());
    taken(first, file);
    taken(second, with(file, "CASE04", "CASE14"));

    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void parts_in_a_notice_and_the_sum_in_the_statement_are_the_same_money() {
    taken("04c-batch-parts-in-notice");
    taken("04d-batch-sum-in-statement");

    assertThat(receipts()).containsExactly("R-Ba 60.00", "R-Bb 40.00");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_sum_in_a_notice_and_the_parts_in_the_statement_are_the_same_money() {
    taken("04d-batch-sum-in-statement");
    taken("04c-batch-parts-in-notice");

    assertThat(link.balance("BANK")).isEqualTo("-10000");
    assertThat(
            database.texts(
                "SELECT reference FROM settlement.receipt_reversal WHERE cause = 'TOLD_IN_PARTS'"))
        .containsExactly("R-B");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void one_number_in_common_is_enough() {
    taken("04e-notice-detail-ref-only");
    taken("04f-statement-both-refs");

    assertThat(receipts()).containsExactly("T1 7.00");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_fuller_telling_completes_the_first() {
    Map<String, String> deposit =
        Map.of(
            "SUBACCOUNT19DIGITS",
            market.deposit(ANJI),
            ">9.00<",
            ">200.00<",
            "1116.00",
            "1307.00",
            "2028-02-20",
            IN_TIME);
    taken("04g-notice-with-little", deposit);
    assertThat(deposit(ANJI).state()).isEqualTo(SubAccountView.State.AWAITED);

    taken("04h-statement-with-all", deposit);

    assertThat(deposit(ANJI).state()).isEqualTo(SubAccountView.State.HELD);
    assertThat(exceptions()).isEmpty();
    assertThat(await(door.receipt("R-L")).orElseThrow().receipt())
        .satisfies(
            receipt -> {
              assertThat(receipt.payer()).isEqualTo("丁");
              assertThat(receipt.account().orElseThrow().number()).isEqualTo("6222020200112233446");
            });
  }

  @Test
  void statements_chain_by_balance_over_the_turn_of_the_year_and_without_a_number() {
    taken("05a-statement-250-of-2028");
    taken("05b-statement-1-of-2029");
    taken("05c-no-sequence-number");

    assertThat(receipts()).containsExactly("C05A 1.00", "C05B 1.00", "C05C 1.00");
    assertThat(exceptions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "06a-zero-line, C06A 100.00",
    "06b-pending-line, C06B 100.00",
    "06c-day-only, C06C 100.00",
    "06d-prcd, C06D 100.00",
    "06h-two-accounts, C06H 100.00",
    "06i-five-decimals, C06I 1.50"
  })
  void one_odd_line_does_not_refuse_a_day(String file, String receipt) {
    taken(file);

    assertThat(receipts()).containsExactly(receipt);
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_fee_under_the_number_of_a_receipt_is_left_to_a_person_and_the_receipt_is_taken() {
    taken("06e-fee-under-same-reference");

    assertThat(receipts()).containsExactly("C06E 100.00");
    assertThat(exceptions())
        .containsExactly(
            "line/CASE06E/1: NOTHING_ORDERED: the exchange has ordered nothing like it");
  }

  @Test
  void the_amounts_of_parts_may_stand_in_their_details() {
    taken("06f-amount-in-txamt");

    assertThat(receipts()).containsExactly("C06Fa 60.00", "C06Fb 40.00");
  }

  @Test
  void a_charge_inside_a_payment_is_told_apart_from_it() {
    PaymentFile file = twoRefunds();
    taken(
        "06g-charges-inside",
        with(
            with(with(ofFile(file), "1526.00", "226.00"), "1500.00", "200.00"),
            "474.00",
            "1774.00"));

    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactlyInAnyOrder(PaymentState.PAID, PaymentState.SENT);
    assertThat(exceptions())
        .containsExactly(
            "line/CASE06G/1: NOTHING_ORDERED: the exchange has ordered nothing like it");
  }

  @Test
  void text_is_read_in_the_encoding_that_is_declared() {
    taken("07a-declared-gbk");

    assertThat(await(door.receipt("C07A")).orElseThrow().receipt().payer()).isEqualTo("支志");
  }

  @Test
  void padded_fields_match() {
    taken(
        "08-padded-fields",
        Map.of(
            "SUBACCOUNT19DIGITS ",
            market.deposit(ANJI),
            "320000.00",
            "200.00",
            "2028-02-20",
            IN_TIME));

    assertThat(deposit(ANJI).state()).isEqualTo(SubAccountView.State.HELD);
  }

  /** A file that gives two deposits of 200.00 back. */
  private PaymentFile twoRefunds() {
    for (PartyId bidder : List.of(ANJI, LISHUI)) {
      BankEntry.Incoming deposit =
          new BankEntry.Incoming(
              EntryReferences.of("D" + bidder.toString().substring(0, 8)),
              yuan("200.00"),
              BookingTime.at(START),
              market.deposit(bidder),
              OF_ANJI.holder(),
              Optional.of(OF_ANJI),
              "");
      BankMessage notice =
          new BankMessage.Notice("N" + bidder.toString().substring(0, 8), START, List.of(deposit));
      done(bank.take(IsoMessages.written(notice, HOUSE.number())));
    }
    done(door.releaseDeposits(TRADE, Set.of()));
    return await(bank.nextFile()).orElseThrow();
  }

  private static Map<String, String> ofFile(PaymentFile file) {
    List<Payment> payments = file.payments();
    return Map.of(
        "FILE-ID",
        file.id(),
        "E2E-1",
        payments.getFirst().endToEnd(),
        "E2E-2",
        payments.getLast().endToEnd(),
        ">21.00<",
        ">400.00<",
        ">10.00<",
        ">200.00<",
        ">11.00<",
        ">200.00<");
  }

  private static Map<String, String> with(Map<String, String> names, String name, String value) {
    Map<String, String> more = new HashMap<>(names);
    more.put(name, value);
    return more;
  }

  private SubAccountView deposit(PartyId bidder) {
    return await(door.subAccountOf(TRADE, bidder, SubAccountPurpose.DEPOSIT)).orElseThrow();
  }

  private List<SubAccountView.State> deposits(PartyId bidder) {
    return await(market.receipts.subAccountsOf(TRADE, bidder, SubAccountPurpose.DEPOSIT)).stream()
        .map(SubAccountView::state)
        .toList();
  }

  private List<String> receipts() {
    return database.texts(
        """
        SELECT reference || ' ' || round(amount_fen / 100.0, 2) FROM settlement.receipt ORDER BY number
        """);
  }

  private List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.key() + ": " + open.detail())
        .toList();
  }

  private BankMessageView taken(String file) {
    return done(bank.take(bytes(file))).getFirst();
  }

  private BankMessageView taken(String file, Map<String, String> names) {
    String text = new String(bytes(file), UTF_8);
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace(name.getKey(), name.getValue());
    }
    return done(bank.take(text.getBytes(UTF_8))).getFirst();
  }

  private static byte[] bytes(String file) {
    try (InputStream stream =
        TakingOddBankFilesTest.class.getResourceAsStream("bank-files/" + file + ".xml")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
