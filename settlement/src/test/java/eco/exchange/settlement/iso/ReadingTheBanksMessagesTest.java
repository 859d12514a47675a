package eco.exchange.settlement.iso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.bank.UnclearLine;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheBanksMessagesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final BankAccount ANJI =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  private static final BankAccount CENTRE =
      new BankAccount("公共资源交易中心", "6900010000001", "105100000017");

  private static final BankMessage.Statement STATEMENT =
      new BankMessage.Statement(
          "ST-20260302",
          NOON,
          "ST-20260302",
          Optional.of(17L),
          new StatementPeriod(Money.yuan("1000.00"), DAY, Money.yuan("1150.00"), DAY),
          List.of(
              new BankEntry.Incoming(
                  EntryReferences.of("B1"),
                  Money.yuan("200.00"),
                  BookingTime.at(NOON),
                  "6900010000000000017",
                  ANJI.holder(),
                  Optional.of(ANJI),
                  "保证金"),
              new BankEntry.Incoming(
                  EntryReferences.of("B2"),
                  Money.yuan("10.50"),
                  BookingTime.at(NOON),
                  "",
                  "某人",
                  Optional.empty(),
                  ""),
              new BankEntry.Outgoing(
                  EntryReferences.of("B3", "E2E-1"), Money.yuan("100.50"), BookingTime.at(NOON)),
              new BankEntry.Returned(
                  EntryReferences.of("B4", "E2E-0"),
                  Money.yuan("40.00"),
                  BookingTime.at(NOON),
                  "AC04 账户已销户")));

  @Test
  void what_a_bank_writes_is_read_as_it_was_meant() {
    BankMessage.Notice notice = new BankMessage.Notice("NT-1", NOON, STATEMENT.lines());
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
      assertThat(read(IsoMessages.written(message, CENTRE.number())))
          .isEqualTo(Answer.done(List.of(message)));
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
          camt.053.001.08   | camt.053.001.03  | UNKNOWN_MESSAGE
          urn:iso:std       | urn:example      | UNKNOWN_MESSAGE
          <NtryRef>         | <NtryRef>        | done
          >200.00<          | >-200.00<        | NOT_BY_SCHEMA
          >200.00<          | >200.001<        | BALANCES_DIFFER
          >200.00<          | >200.00000<      | done
          >200.00<          | >0.00<           | BALANCES_DIFFER
          >200.00<          | >20000000000000< | BALANCES_DIFFER
          >200.00<          | >2E2<            | NOT_BY_SCHEMA
          >200.00<          | >200.01<         | TOTALS_DIFFER
          "CNY">200.00      | "USD">200.00     | BALANCES_DIFFER
          "CNY">1150.00     | "USD">1150.00    | OTHER_CURRENCY
          "CNY">1150.00     | "CNY">1151.00    | BALANCES_DIFFER
          <Sum>351.00       | <Sum>352.00      | TOTALS_DIFFER
          <NbOfNtries>4     | <NbOfNtries>5    | TOTALS_DIFFER
          <Cd>BOOK          | <Cd>PDNG         | BALANCES_DIFFER
          >B1<              | >B2<             | done
          <ElctrncSeqNb>17  | <ElctrncSeqNb>17.5 | NOT_BY_SCHEMA
          <ElctrncSeqNb>17</ElctrncSeqNb> | '' | done
          <Cd>OPBD          | <Cd>CLBD         | NOT_ONE_STATEMENT
          <Cd>OPBD          | <Cd>ITBD         | NOT_ONE_STATEMENT
          <Cd>OPBD          | <Cd>PRCD         | done
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
    byte[] whole = IsoMessages.written(STATEMENT, CENTRE.number());

    IntStream.iterate(0, at -> at < whole.length - 1, at -> at + 97)
        .forEach(at -> assertThat(reason(Arrays.copyOf(whole, at))).isEqualTo("NOT_WELL_FORMED"));
  }

  @Test
  void of_a_booking_on_a_day_the_moment_is_that_of_the_value_or_of_the_acceptance_if_told() {
    BookingTime noon = BookingTime.at(NOON);
    String value = "<ValDt><DtTm>2026-03-02T12:00:00+08:00</DtTm></ValDt>";
    String earlier = "<ValDt><DtTm>2026-03-01T12:00:00+08:00</DtTm></ValDt>";

    assertThat(bookedFirst("<BookgDt><Dt>2026-03-02</Dt></BookgDt>"))
        .isEqualTo(BookingTime.on(DAY));
    assertThat(bookedFirst("<BookgDt><Dt>2026-03-02</Dt></BookgDt>" + value)).isEqualTo(noon);
    assertThat(bookedFirst("<BookgDt><Dt>2026-03-02</Dt></BookgDt>" + earlier))
        .isEqualTo(BookingTime.on(DAY));
    assertThat(bookedFirst(value)).isEqualTo(noon);
    assertThat(BookingTime.on(DAY).earliest()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    assertThat(BookingTime.on(DAY).latest())
        .isEqualTo(Instant.parse("2026-03-02T15:59:59.999999Z"));
  }

  private static BookingTime bookedFirst(String told) {
    String text = new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8);
    byte[] changed = text.replaceFirst("(?s)<BookgDt>.*?</BookgDt>", told).getBytes(UTF_8);
    return ((BankEntry) done(changed).lines().getFirst()).booked();
  }

  @Test
  void a_booking_without_any_day_is_left_to_a_person_and_the_others_are_taken() {
    String text = new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8);
    byte[] without = text.replaceFirst("(?s)<BookgDt>.*?</BookgDt>", "").getBytes(UTF_8);

    assertThat(done(without).lines().getFirst())
        .isInstanceOfSatisfying(
            UnclearLine.class, line -> assertThat(line.why()).contains("TIME_MISSING"));
    assertThat(done(without).lines().subList(1, 4)).isEqualTo(STATEMENT.lines().subList(1, 4));
  }

  @Test
  void a_time_without_a_zone_is_the_time_of_beijing() {
    byte[] local = altered("12:00:00+08:00", "12:00:00");

    assertThat(new String(local, UTF_8)).doesNotContain("+08:00");
    assertThat(read(local)).isEqualTo(Answer.done(List.of(STATEMENT)));
  }

  @Test
  void what_was_booked_in_one_sum_is_told_apart() {
    String text = new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8);
    String parts =
        """
        <NtryDtls>\
        <TxDtls><Refs><AcctSvcrRef>B2a</AcctSvcrRef></Refs><Amt Ccy="CNY">10.00</Amt></TxDtls>\
        <TxDtls><Refs><AcctSvcrRef>B2b</AcctSvcrRef></Refs><Amt Ccy="CNY">0.%s</Amt></TxDtls>\
        </NtryDtls>\
        """;
    String second = "(?s)(<AcctSvcrRef>B2<.*?)<NtryDtls>.*?</NtryDtls>";

    String right = text.replaceFirst(second, "$1" + parts.formatted("50"));
    String wrong = text.replaceFirst(second, "$1" + parts.formatted("51"));

    assertThat(done(right.getBytes(UTF_8)).lines())
        .extracting(line -> ((BankEntry) line).references().number().orElseThrow())
        .containsExactly("B1", "B2a", "B2b", "B3", "B4");
    assertThat(done(wrong.getBytes(UTF_8)).lines())
        .filteredOn(UnclearLine.class::isInstance)
        .singleElement()
        .satisfies(line -> assertThat(line.effect()).isEqualTo(Money.yuan("10.50")));
  }

  @ParameterizedTest
  @CsvSource({"PDNG, 5.00", "INFO, 5.00", "FUTR, 5.00", "ZERO, 0.00"})
  void a_line_that_moves_nothing_is_noted_and_refuses_nothing(String why, String amount) {
    String status = why.equals("ZERO") ? "BOOK" : why;
    String line =
        """
        <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>%s</Cd></Sts>\
        <AcctSvcrRef>B9</AcctSvcrRef>\
        <BkTxCd><Prtry><Cd>TRANSFER</Cd></Prtry></BkTxCd></Ntry></Stmt>\
        """
            .formatted(amount, status);

    BankMessage.Statement read = done(altered("</Stmt>", line));

    List<AccountLine> lines = new ArrayList<>(STATEMENT.lines());
    lines.add(new NotedLine("B9", why));
    assertThat(read.lines()).isEqualTo(lines);
  }

  @Test
  void the_amount_of_a_part_may_stand_in_its_details() {
    byte[] detailed =
        new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8)
            .replaceFirst(
                "(</Refs>\\s*)<Amt Ccy=\"CNY\">10.50</Amt>\\s*<CdtDbtInd>CRDT</CdtDbtInd>",
                "$1<AmtDtls><TxAmt><Amt Ccy=\"CNY\">10.50000</Amt></TxAmt></AmtDtls>")
            .getBytes(UTF_8);

    assertThat(new String(detailed, UTF_8)).contains("TxAmt");
    assertThat(read(detailed)).isEqualTo(Answer.done(List.of(STATEMENT)));
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

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8", "GBK, GBK", "gb18030, GB18030", "GB2312, GB2312",
    "UTF-16, UTF-16", "UTF-16, UTF-16LE", "UTF-16, UTF-16BE", "UTF-16LE, UTF-16LE"
  })
  void a_message_is_read_in_the_encoding_that_it_declares(String declared, String written) {
    byte[] bytes = declared(declared).getBytes(Charset.forName(written));

    assertThat(read(bytes)).isEqualTo(Answer.done(List.of(STATEMENT)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, GBK",
    "GBK, UTF-16",
    "UTF-16, UTF-8",
    "UTF-16BE, UTF-16LE",
    "ISO-8859-1, UTF-8",
    "x-none, UTF-8"
  })
  void a_message_that_is_not_in_the_encoding_it_declares_is_refused(String name, String written) {
    byte[] bytes = declared(name).getBytes(Charset.forName(written));

    assertThat(reason(bytes)).isIn("ENCODING_UNFIT", "NOT_WELL_FORMED");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_a_message() {
    byte[] marked = ("\uFEFF" + declared("UTF-8")).getBytes(UTF_8);

    assertThat(read(marked)).isEqualTo(Answer.done(List.of(STATEMENT)));
    assertThat(reason(("\uFEFF" + declared("GBK")).getBytes(UTF_8))).isEqualTo("ENCODING_UNFIT");
  }

  @Test
  void what_is_no_message_is_refused() {
    assertThat(reason("no xml at all".getBytes(UTF_8))).isEqualTo("NOT_WELL_FORMED");
    assertThat(reason(new byte[0])).isEqualTo("NOT_WELL_FORMED");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T24:00:00+08:00,             2026-03-01T16:00:00Z",
    "2026-03-01T24:00:00.000,               2026-03-01T16:00:00Z",
    "2026-03-02T12:00:00.1+08:00,           2026-03-02T04:00:00.100Z",
    "2026-03-02T12:00:00.123456789012+08:00, 2026-03-02T04:00:00.123456Z",
    "2026-03-02T12:00:00-14:00,             2026-03-03T02:00:00Z",
    "2024-02-29T12:00:00Z,                  2024-02-29T12:00:00Z"
  })
  void every_time_that_the_schema_allows_is_read(String told, Instant meant) {
    BankMessage.Statement read = done(altered("2026-03-02T12:00:00+08:00", told));

    assertThat(read.writtenAt()).isEqualTo(meant);
    assertThat(read.lines())
        .allSatisfy(
            line -> assertThat(((BankEntry) line).booked()).isEqualTo(BookingTime.at(meant)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-2026-03-02T12:00:00Z", "120260-03-02T12:00:00Z", "0001-01-01T00:00:00Z"})
  void a_year_that_no_bank_means_is_refused(String told) {
    assertThat(reason(altered("2026-03-02T12:00:00+08:00", told))).isEqualTo("TIME_MISSING");
  }

  @Test
  void ids_and_numbers_are_read_as_they_were_meant() {
    byte[] padded =
        altered(
            Map.of(
                ">B1<",
                ">B1              <",
                ">E2E-1<",
                "> E2E-1 <",
                ">" + CENTRE.number() + "<",
                ">６９００ 0100 00001  <",
                ">6900010000000000017<",
                ">690001 0000 0000 00017<",
                ">" + ANJI.holder() + "<",
                "> " + ANJI.holder() + " <"));

    assertThat(read(padded)).isEqualTo(Answer.done(List.of(STATEMENT)));
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
    assertThat(told(IsoMessages.toBank(IsoMessages.written(STATEMENT, CENTRE.number()))))
        .isEqualTo("UNKNOWN_MESSAGE");
  }

  private static byte[] altered(String right, String wrong) {
    return altered(Map.of(right, wrong));
  }

  private static byte[] altered(Map<String, String> changes) {
    String text = new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    return text.getBytes(UTF_8);
  }

  private static String declared(String encoding) {
    return new String(IsoMessages.written(STATEMENT, CENTRE.number()), UTF_8)
        .replaceFirst(
            "<\\?xml[^>]*>", "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(encoding));
  }

  private static Answer<List<BankMessage>> read(byte[] bytes) {
    return IsoMessages.fromBank(bytes, CENTRE.number());
  }

  private static BankMessage.Statement done(byte[] bytes) {
    return (BankMessage.Statement)
        ((Answer.Done<List<BankMessage>>) read(bytes)).value().getFirst();
  }

  private static String reason(byte[] bytes) {
    return told(read(bytes));
  }

  private static String detail(byte[] bytes) {
    return switch (read(bytes)) {
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
