package eco.exchange.settlement.iso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTheBanksMessagesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final BankAccount ANJI =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  private static final BankAccount CENTRE =
      new BankAccount("公共资源交易中心", "6900010000001", "105100000017");

  private static final BankMessage.Statement STATEMENT =
      new BankMessage.Statement(
          "ST-20260302",
          NOON,
          CENTRE.number(),
          17,
          Money.yuan("1000.00"),
          Money.yuan("1150.00"),
          List.of(
              new BankEntry.Incoming(
                  "B1",
                  Money.yuan("200.00"),
                  NOON,
                  "6900010000000000017",
                  ANJI.holder(),
                  Optional.of(ANJI),
                  "保证金"),
              new BankEntry.Incoming(
                  "B2", Money.yuan("10.50"), NOON, "", "某人", Optional.empty(), ""),
              new BankEntry.Outgoing("B3", Money.yuan("100.50"), NOON, Optional.of("E2E-1")),
              new BankEntry.Returned("B4", Money.yuan("40.00"), NOON, "E2E-0", "AC04 账户已销户")));

  @Test
  void what_a_bank_writes_is_read_as_it_was_meant() {
    BankMessage.Notice notice =
        new BankMessage.Notice("NT-1", NOON, CENTRE.number(), STATEMENT.entries());
    BankMessage.FileAnswer answer =
        new BankMessage.FileAnswer(
            "AN-1",
            NOON,
            "PF-1",
            Optional.empty(),
            List.of(
                new OrderAnswer("E2E-1", new OrderStatus(Step.ACCEPTED, "")),
                new OrderAnswer("E2E-2", new OrderStatus(Step.EXECUTED, "")),
                new OrderAnswer("E2E-3", new OrderStatus(Step.REJECTED, "AC01 账号有误"))));
    BankMessage.FileAnswer whole =
        new BankMessage.FileAnswer(
            "AN-2", NOON, "PF-2", Optional.of(new OrderStatus(Step.REJECTED, "DU01")), List.of());

    for (BankMessage message : List.of(STATEMENT, notice, answer, whole)) {
      assertThat(IsoMessages.fromBank(IsoMessages.written(message)))
          .isEqualTo(Answer.done(message));
    }
  }

  @Test
  void payments_are_read_by_a_bank_as_they_were_ordered_and_written_alike_each_time() {
    PaymentFile file =
        new PaymentFile(
            "PF-1",
            NOON,
            CENTRE,
            List.of(
                new Payment("E2E-1", ANJI, Money.yuan("0.01"), "收益分配"),
                new Payment("E2E-2", CENTRE, Money.yuan("1000000000000"), "退还保证金")));

    byte[] written = IsoMessages.written(file);

    assertThat(IsoMessages.toBank(written)).isEqualTo(Answer.done(file));
    assertThat(IsoMessages.written(file)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          camt.053.001.08   | camt.053.001.02  | UNKNOWN_MESSAGE
          urn:iso:std       | urn:example      | UNKNOWN_MESSAGE
          <NtryRef>         | <NtryRef>        | done
          >200.00<          | >-200.00<        | NOT_BY_SCHEMA
          >200.00<          | >200.001<        | AMOUNT_UNFIT
          >200.00<          | >200.000<        | AMOUNT_UNFIT
          >200.00<          | >0.00<           | AMOUNT_UNFIT
          >200.00<          | >2000000000000<  | AMOUNT_UNFIT
          >200.00<          | >2E2<            | NOT_BY_SCHEMA
          >200.00<          | >200.01<         | TOTALS_DIFFER
          "CNY">200.00      | "USD">200.00     | OTHER_CURRENCY
          "CNY">1150.00     | "USD">1150.00    | OTHER_CURRENCY
          "CNY">1150.00     | "CNY">1151.00    | BALANCES_DIFFER
          <Sum>351.00       | <Sum>352.00      | TOTALS_DIFFER
          <NbOfNtries>4     | <NbOfNtries>5    | TOTALS_DIFFER
          <Cd>BOOK          | <Cd>PDNG         | NOT_BOOKED
          >B1<              | >B2<             | REFERENCE_TWICE
          <ElctrncSeqNb>17  | <ElctrncSeqNb>17.5 | NOT_BY_SCHEMA
          <ElctrncSeqNb>17</ElctrncSeqNb> | '' | REFERENCE_MISSING
          <Cd>OPBD          | <Cd>CLBD         | NOT_ONE_STATEMENT
          </Document>       | ''               | NOT_WELL_FORMED
          <Bal>             | <Ball>           | NOT_WELL_FORMED
          """)
  void what_is_not_right_is_refused_by_its_first_fault(String right, String wrong, String told) {
    assertThat(reason(altered(right, wrong))).isEqualTo(told);
  }

  @Test
  void a_page_of_a_longer_message_is_refused() {
    String page = "<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>";

    assertThat(reason(altered("</GrpHdr>", page))).isEqualTo("NOT_ONE_STATEMENT");
  }

  @Test
  void a_message_cut_off_anywhere_is_refused() {
    byte[] whole = IsoMessages.written(STATEMENT);

    IntStream.iterate(0, at -> at < whole.length - 1, at -> at + 97)
        .forEach(at -> assertThat(reason(Arrays.copyOf(whole, at))).isEqualTo("NOT_WELL_FORMED"));
  }

  @Test
  void a_booking_without_a_time_is_refused_for_the_day_alone_tells_too_little() {
    String text = new String(IsoMessages.written(STATEMENT), UTF_8);
    String dayOnly =
        text.replaceFirst("(?s)<BookgDt>.*?</BookgDt>", "<BookgDt><Dt>2026-03-02</Dt></BookgDt>");

    assertThat(dayOnly).isNotEqualTo(text);
    assertThat(reason(dayOnly.getBytes(UTF_8))).isEqualTo("TIME_MISSING");
  }

  @Test
  void a_time_without_a_zone_is_the_time_of_beijing() {
    byte[] local = altered("12:00:00+08:00", "12:00:00");

    assertThat(new String(local, UTF_8)).doesNotContain("+08:00");
    assertThat(IsoMessages.fromBank(local)).isEqualTo(Answer.done(STATEMENT));
  }

  @Test
  void what_was_booked_in_one_sum_is_told_apart() {
    String text = new String(IsoMessages.written(STATEMENT), UTF_8);
    String parts =
        """
        <NtryDtls>\
        <TxDtls><Refs><AcctSvcrRef>B2a</AcctSvcrRef></Refs><Amt Ccy="CNY">10.00</Amt></TxDtls>\
        <TxDtls><Refs><AcctSvcrRef>B2b</AcctSvcrRef></Refs><Amt Ccy="CNY">0.%s</Amt></TxDtls>\
        </NtryDtls>""";
    String second = "(?s)(<AcctSvcrRef>B2<.*?)<NtryDtls>.*?</NtryDtls>";

    String right = text.replaceFirst(second, "$1" + parts.formatted("50"));
    String wrong = text.replaceFirst(second, "$1" + parts.formatted("51"));

    BankMessage.Statement read =
        (BankMessage.Statement)
            ((Answer.Done<BankMessage>) IsoMessages.fromBank(right.getBytes(UTF_8))).value();
    assertThat(read.entries())
        .extracting(BankEntry::reference)
        .containsExactly("B1", "B2a", "B2b", "B3", "B4");
    assertThat(reason(wrong.getBytes(UTF_8))).isEqualTo("TOTALS_DIFFER");
  }

  @Test
  void entities_are_refused_before_one_of_them_grows() {
    String laughs =
        """
        <?xml version="1.0"?>
        <!DOCTYPE Document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">&c;</Document>
        """;
    String file =
        """
        <!DOCTYPE Document SYSTEM "file:///etc/passwd">
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>
        """;

    assertThat(reason(laughs.getBytes(UTF_8))).isEqualTo("DOCTYPE_FORBIDDEN");
    assertThat(reason(file.getBytes(UTF_8))).isEqualTo("DOCTYPE_FORBIDDEN");
  }

  @Test
  void what_is_huge_is_not_even_looked_at() {
    assertThat(reason(new byte[IsoMessages.BYTES_MAX + 1])).isEqualTo("TOO_LARGE");
  }

  @Test
  void only_utf8_is_read() {
    byte[] inGbk =
        new String(IsoMessages.written(STATEMENT), UTF_8).getBytes(Charset.forName("GBK"));

    assertThat(reason(inGbk)).isEqualTo("NOT_UTF8");
    assertThat(reason("no xml at all".getBytes(UTF_8))).isEqualTo("NOT_WELL_FORMED");
    assertThat(reason(new byte[0])).isEqualTo("NOT_WELL_FORMED");
  }

  @Test
  void faults_are_told_in_english_on_every_machine() {
    Locale own = Locale.getDefault();
    Locale.setDefault(Locale.CHINA);
    try {
      assertThat(detail(altered("<Bal>", "<Ball>"))).contains("must be terminated");
      assertThat(detail(altered(">200.00<", ">2E2<"))).contains("is not a valid value");
    } finally {
      Locale.setDefault(own);
    }
  }

  @Test
  void nobody_reads_what_is_not_meant_for_him() {
    byte[] payments =
        IsoMessages.written(
            new PaymentFile(
                "PF-1", NOON, CENTRE, List.of(new Payment("E1", ANJI, Money.yuan("1.00"), "x"))));

    assertThat(reason(payments)).isEqualTo("UNKNOWN_MESSAGE");
    assertThat(told(IsoMessages.toBank(IsoMessages.written(STATEMENT))))
        .isEqualTo("UNKNOWN_MESSAGE");
  }

  private static byte[] altered(String right, String wrong) {
    String text = new String(IsoMessages.written(STATEMENT), UTF_8);
    return text.replace(right, wrong).getBytes(UTF_8);
  }

  private static String reason(byte[] bytes) {
    return told(IsoMessages.fromBank(bytes));
  }

  private static String detail(byte[] bytes) {
    return switch (IsoMessages.fromBank(bytes)) {
      case Answer.Done<?> done -> "done";
      case Answer.Refused<?> refused -> refused.reasons().getFirst().detail();
    };
  }

  private static String told(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> "done";
      case Answer.Refused<?> refused -> refused.reasons().getFirst().reason().name();
    };
  }
}
