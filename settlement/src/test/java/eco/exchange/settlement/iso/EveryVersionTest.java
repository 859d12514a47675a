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
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.StatementPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same message in each version that banks use, alone and in an envelope with a header. */
class EveryVersionTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final String HOUSE = "6900010000001";
  private static final BankAccount ANJI =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  private static final List<AccountLine> LINES =
      List.of(
          new BankEntry.Incoming(
              EntryReferences.of("B1"),
              Money.yuan("200.00"),
              BookingTime.at(NOON),
              "6900010000000000017",
              ANJI.holder(),
              Optional.of(ANJI),
              "保证金"),
          new BankEntry.Outgoing(
              EntryReferences.of("B2", "E2E-1"), Money.yuan("100.50"), BookingTime.at(NOON)),
          new BankEntry.Returned(
              EntryReferences.of("B3", "E2E-0"),
              Money.yuan("40.00"),
              BookingTime.at(NOON),
              "AC04 账户已销户"));

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "06", "08", "10"})
  void a_statement_is_read_in_every_version(String version) {
    BankMessage.Statement statement =
        new BankMessage.Statement(
            "ST-1",
            NOON,
            "ST-1",
            Optional.of(17L),
            new StatementPeriod(Money.yuan("1000.00"), DAY, Money.yuan("1139.50"), DAY),
            LINES);

    assertIsRead(statement, "camt.053.001", "08", version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "06", "08", "10"})
  void a_notice_is_read_in_every_version(String version) {
    BankMessage.Notice notice = new BankMessage.Notice("NT-1", NOON, LINES);

    assertIsRead(notice, "camt.054.001", "08", version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "04", "05", "06", "07", "08", "09", "10", "11"})
  void an_answer_is_read_in_every_version(String version) {
    BankMessage.FileAnswer answer =
        new BankMessage.FileAnswer(
            "AN-1",
            NOON,
            "PF-1",
            Optional.of(new OrderStatus(Step.ACCEPTED, "")),
            List.of(new OrderAnswer("E2E-3", new OrderStatus(Step.REJECTED, "AC01 账号有误"))));

    assertIsRead(answer, "pain.002.001", "11", version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"camt.053.001.03", "camt.053.001.99", "camt.053.001.", "camt.052.001.08"})
  void a_version_that_is_not_read_is_refused_by_its_name(String version) {
    BankMessage.Notice notice = new BankMessage.Notice("NT-1", NOON, LINES);
    String text = new String(IsoMessages.written(notice, HOUSE), UTF_8);

    assertThat(
            IsoMessages.fromBank(text.replace("camt.054.001.08", version).getBytes(UTF_8), HOUSE))
        .asString()
        .contains("UNKNOWN_MESSAGE", version);
  }

  private static void assertIsRead(
      BankMessage message, String family, String written, String version) {
    String text =
        new String(IsoMessages.written(message, HOUSE), UTF_8)
            .replace(family + "." + written, family + "." + version);
    String told = version.compareTo("08") < 0 && family.startsWith("camt") ? older(text) : text;
    String asked = version.equals("02") ? withoutAmountsOfParts(told) : told;

    assertThat(IsoMessages.fromBank(asked.getBytes(UTF_8), HOUSE))
        .isEqualTo(Answer.done(List.of(message)));
    assertThat(IsoMessages.fromBank(inEnvelope(asked).getBytes(UTF_8), HOUSE))
        .isEqualTo(Answer.done(List.of(message)));
  }

  /** Before version 08 a status and a party are no choices. */
  private static String older(String text) {
    return text.replaceAll("(?s)<Sts>\\s*<Cd>(\\w+)</Cd>\\s*</Sts>", "<Sts>$1</Sts>")
        .replaceAll("(?s)<Dbtr>\\s*<Pty>(.*?)</Pty>\\s*</Dbtr>", "<Dbtr>$1</Dbtr>");
  }

  /** In version 02 the parts of a movement have no amount of their own, but details of it. */
  private static String withoutAmountsOfParts(String text) {
    return text.replaceAll(
        "(?s)(</Refs>)\\s*(<Amt Ccy=\"CNY\">[0-9.]+</Amt>)\\s*<CdtDbtInd>\\w+</CdtDbtInd>",
        "$1<AmtDtls><TxAmt>$2</TxAmt></AmtDtls>");
  }

  private static String inEnvelope(String text) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Message xmlns="urn:example:envelope">
          <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
            <BizMsgIdr>X1</BizMsgIdr>
          </AppHdr>
          %s
        </Message>
        """
        .formatted(text.replaceFirst("<\\?xml[^>]*>", ""));
  }
}
