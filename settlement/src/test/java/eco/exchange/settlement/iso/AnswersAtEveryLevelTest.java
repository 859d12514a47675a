package eco.exchange.settlement.iso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.OrderAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bank says to a file, to its payment information, and to single payments (pain.002). */
class AnswersAtEveryLevelTest {

  private static final Set<String> PAYMENTS = Set.of("E1", "E2");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # file | information | first payment | then the first | and the second
          ACCP   | RJCT NARR   |               | REJECTED NARR  | REJECTED NARR
                 | RJCT DT01   |               | REJECTED DT01  | REJECTED DT01
          PART   | RJCT DT01   | described     | REJECTED DT01  | REJECTED DT01
          RJCT   |             |               | REJECTED       | REJECTED
          RJCT   | ACCP        |               | ACCEPTED       | ACCEPTED
          ACCP   | RJCT        | ACSC          | EXECUTED       | REJECTED
          PART   | PART        | CANC CUST     | REJECTED CANC CUST |
          PART   | PART        | RJCT AC01 DU01 | REJECTED AC01; DU01 |
          PART   | RJCT NARR   | because AC01  | REJECTED AC01  | REJECTED NARR
          RJCT NARR |          | because AC01  | REJECTED AC01  | REJECTED NARR
          PART   | PART        | BLCK RR04     | STOPPED RR04   |
          RJCT   | PART        | ACSP          | ACCEPTED       |
          ACTC   | PART        | RJCT AC01     | REJECTED AC01  |
          ACTC   |             | RJCT AC01     | REJECTED AC01  | ACCEPTED
          ACCP   |             | silent        | ACCEPTED       | ACCEPTED
          CANC   |             |               | REJECTED       | REJECTED
          BLCK   |             |               | STOPPED        | STOPPED
          """)
  void the_most_particular_status_holds(
      String file, String information, String payment, String first, String second) {
    Map<String, String> wanted = new TreeMap<>();
    if (first != null) {
      wanted.put("E1", first);
    }
    if (second != null) {
      wanted.put("E2", second);
    }

    assertThat(told(message("F1", file, information, payment))).isEqualTo(wanted);
  }

  @Test
  void a_status_of_a_payment_that_is_not_named_is_refused() {
    String nameless =
        message("F1", "PART", "PART", "RJCT")
            .replaceAll("<OrgnlEndToEndId>.*?</OrgnlEndToEndId>", "");

    assertThat(IsoMessages.fromBank(nameless.getBytes(UTF_8), "any"))
        .hasToString(refused("REFERENCE_MISSING", "an answer to a payment without its id"));
  }

  @Test
  void what_is_said_of_the_payments_of_another_file_is_refused() {
    String other = message("F2", "ACCP", "RJCT", null);

    assertThat(IsoMessages.fromBank(other.getBytes(UTF_8), "any"))
        .hasToString(refused("FILE_UNKNOWN", "F2 in file F1"));
  }

  private static String refused(String reason, String detail) {
    return "Refused[reasons=[Refusal[reason=%s, detail=%s]]]".formatted(reason, detail);
  }

  private static Map<String, String> told(String text) {
    Map<String, String> told = new TreeMap<>();
    for (BankLine line : lines(text)) {
      OrderAnswer answer = (OrderAnswer) line;
      told.put(
          answer.endToEnd(), (answer.status().step() + " " + answer.status().reason()).strip());
    }
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    "RJCT DUPL, true",
    "RJCT DU01, true",
    "RJCT NARR DU01, true",
    "RJCT AC01, false",
    "CANC DUPL, false",
    "CANC CUST DUPL, false"
  })
  void only_what_is_rejected_as_told_before_is_a_copy(String status, boolean isOfCopy) {
    OrderAnswer answer = (OrderAnswer) lines(message("F1", "PART", "PART", status)).getFirst();

    assertThat(answer.status().isOfCopy()).isEqualTo(isOfCopy);
  }

  private static List<BankLine> lines(String text) {
    Answer<List<BankMessage>> read = IsoMessages.fromBank(text.getBytes(UTF_8), "any");
    return BankMessageRules.lines(
        ((Answer.Done<List<BankMessage>>) read).value().getFirst(), PAYMENTS);
  }

  /** An answer as banks write it; a status is a code, and may have reasons after it. */
  private static String message(
      String batch, String file, String information, @Nullable String payment) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt>\
        <GrpHdr><MsgId>A1</MsgId><CreDtTm>2028-02-20T10:00:01+08:00</CreDtTm></GrpHdr>\
        <OrgnlGrpInfAndSts><OrgnlMsgId>F1</OrgnlMsgId>\
        <OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>\
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s%s</OrgnlPmtInfAndSts>\
        </CstmrPmtStsRpt></Document>"""
        .formatted(
            status("GrpSts", file), batch, status("PmtInfSts", information), transaction(payment));
  }

  private static String transaction(@Nullable String payment) {
    if (payment == null) {
      return "";
    }
    String amount = "<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">21.00</InstdAmt></Amt></OrgnlTxRef>";
    String id = "<OrgnlEndToEndId>E1</OrgnlEndToEndId>";
    String told =
        switch (payment) {
          case "described" -> amount;
          case "silent" -> id;
          case "because AC01" -> id + reason("AC01");
          default -> id + status("TxSts", payment);
        };
    return "<TxInfAndSts>" + told + "</TxInfAndSts>";
  }

  private static String status(String element, String told) {
    if (told == null) {
      return "";
    }
    List<String> words = List.of(told.split(" "));
    String reasons = words.stream().skip(1).map(AnswersAtEveryLevelTest::reason).collect(joining());
    return "<%1$s>%2$s</%1$s>%3$s".formatted(element, words.getFirst(), reasons);
  }

  private static String reason(String code) {
    return "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>".formatted(code);
  }
}
