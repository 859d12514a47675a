package eco.exchange.settlement.iso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.storage.RecordJson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries as some banks write them, and others do not. */
class ReadingOddEntriesTest {

  private static final String HOUSE = "6900010000001";
  private static final String SUB = "6900010000000000017";
  private static final String PAYER = "6222020200112233445";
  private static final Money PAID = Money.yuan("1500.00");
  private static final Money CHARGE = Money.yuan("26.00");

  @ParameterizedTest
  @CsvSource({
    "camt.054.001.02, <Amt Ccy=\"CNY\">26.00</Amt>",
    "camt.054.001.02, <TtlChrgsAndTaxAmt Ccy=\"CNY\">26.00</TtlChrgsAndTaxAmt>"
        + "<Amt Ccy=\"CNY\">26.00</Amt>",
    "camt.054.001.02, <Amt Ccy=\"CNY\">20.00</Amt></Chrgs><Chrgs><Amt Ccy=\"CNY\">6.00</Amt>",
    "camt.054.001.08, <Rcrd><Amt Ccy=\"CNY\">26.00</Amt></Rcrd>",
    "camt.054.001.08, <TtlChrgsAndTaxAmt Ccy=\"CNY\">26.00</TtlChrgsAndTaxAmt>"
  })
  void a_charge_is_read_in_whatever_way_it_is_told(String version, String charges) {
    String details =
        """
        <TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>\
        <AmtDtls><TxAmt><Amt Ccy="CNY">1500.00</Amt></TxAmt></AmtDtls>\
        <Chrgs>%s</Chrgs></TxDtls>"""
            .formatted(charges);

    assertThat(lines(version, entry("1526.00", "DBIT", "", details)))
        .extracting(AccountLine::effect)
        .containsExactly(PAID.negated(), CHARGE.negated());
  }

  @Test
  void a_day_is_read_with_the_blanks_around_it() {
    String entry = entry("7.00", "CRDT", "", "").replace("<Dt>2028-02-20<", "<Dt> 2028-02-20 <");

    assertThat(lines("camt.054.001.08", entry).getFirst())
        .isInstanceOfSatisfying(
            BankEntry.class,
            line ->
                assertThat(line.booked()).isEqualTo(BookingTime.on(LocalDate.parse("2028-02-20"))));
  }

  @Test
  void a_debit_with_the_reason_of_a_return_takes_back_what_came_in() {
    String details = "<TxDtls><RtrInf><Rsn><Cd>FOCR</Cd></Rsn></RtrInf></TxDtls>";

    assertThat(lines("camt.054.001.08", entry("7.00", "DBIT", "", details)).getFirst())
        .isInstanceOf(BankEntry.Reversal.class);
  }

  @ParameterizedTest
  @CsvSource({
    PAYER + ", " + SUB + ", " + PAYER + ", " + SUB,
    SUB + ", " + PAYER + ", " + SUB + ", " + PAYER,
    HOUSE + ", " + PAYER + ", '', " + PAYER,
    PAYER + ", " + HOUSE + ", " + PAYER + ", ''"
  })
  void of_a_reversal_both_accounts_are_read_but_not_the_one_of_the_exchange(
      String debtor, String creditor, String account, String other) {
    String reversal = "<RvslInd>true</RvslInd>";
    String entry = entry("7.00", "DBIT", reversal, parties(debtor, creditor));

    assertThat(lines("camt.054.001.08", entry).getFirst())
        .isInstanceOfSatisfying(
            BankEntry.Reversal.class,
            taken -> {
              assertThat(taken.account()).isEqualTo(account);
              assertThat(taken.otherAccount()).isEqualTo(other);
            });
  }

  @Test
  void the_number_of_an_account_is_kept_even_if_its_holder_and_bank_are_not_told() {
    RecordJson json = new RecordJson(BankLine.class);

    AccountLine line =
        lines("camt.054.001.08", entry("7.00", "CRDT", "", parties(PAYER, SUB))).getFirst();

    assertThat(line)
        .isInstanceOfSatisfying(
            BankEntry.Incoming.class,
            in -> {
              assertThat(in.account()).isEmpty();
              assertThat(in.payerNumber()).isEqualTo(PAYER);
            })
        .asString()
        .doesNotContain(PAYER);
    assertThat(json.read(BankLine.class, json.write(line))).isEqualTo(line);
  }

  @Test
  void more_lines_than_can_be_matched_are_refused() {
    String parts = "<TxDtls><Amt Ccy=\"CNY\">1.00</Amt></TxDtls>".repeat(EntryReader.LINES_MAX + 1);
    String entry = entry("20001.00", "CRDT", "", parts);

    assertThat(IsoMessages.fromBank(notice("camt.054.001.08", entry), HOUSE))
        .asString()
        .contains("TOO_LARGE", "20001 lines");
  }

  private static List<AccountLine> lines(String version, String entry) {
    Answer<List<BankMessage>> read = IsoMessages.fromBank(notice(version, entry), HOUSE);
    assertThat(read).isInstanceOf(Answer.Done.class);
    return ((BankMessage.Notice) ((Answer.Done<List<BankMessage>>) read).value().getFirst())
        .lines();
  }

  private static byte[] notice(String version, String entry) {
    String status = version.endsWith("02") ? "<Sts>BOOK</Sts>" : "<Sts><Cd>BOOK</Cd></Sts>";
    return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><BkToCstmrDbtCdtNtfctn>\
        <GrpHdr><MsgId>N1</MsgId><CreDtTm>2028-02-20T10:00:01+08:00</CreDtTm></GrpHdr>\
        <Ntfctn><Id>N1</Id><CreDtTm>2028-02-20T10:00:01+08:00</CreDtTm>\
        <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s</Ntfctn>\
        </BkToCstmrDbtCdtNtfctn></Document>"""
        .formatted(version, HOUSE, entry.replace("<Sts/>", status))
        .getBytes(UTF_8);
  }

  private static String entry(String amount, String direction, String sign, String details) {
    return """
        <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts/>\
        <BookgDt><Dt>2028-02-20</Dt></BookgDt><AcctSvcrRef>C6</AcctSvcrRef>\
        <BkTxCd><Prtry><Cd>TRANSFER</Cd></Prtry></BkTxCd>%s</Ntry>"""
        .formatted(
            amount,
            direction,
            sign,
            details.isEmpty() ? "" : "<NtryDtls>%s</NtryDtls>".formatted(details));
  }

  private static String parties(String debtor, String creditor) {
    return """
        <TxDtls><RltdPties>\
        <DbtrAcct><Id><Othr><Id>%s</Id></Othr></Id></DbtrAcct>\
        <CdtrAcct><Id><Othr><Id>%s</Id></Othr></Id></CdtrAcct>\
        </RltdPties></TxDtls>"""
        .formatted(debtor, creditor);
  }
}
