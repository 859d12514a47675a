package eco.exchange.lab.soak.bank.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import eco.exchange.settlement.bank.OrderStatus;
import java.time.Instant;

/** An answer to a file as some banks write it: what is said, is said to its payment information. */
final class AnswerText {

  private static final String TEXT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03">
        <CstmrPmtStsRpt>
          <GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>
          <OrgnlGrpInfAndSts>
            <OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId>
          </OrgnlGrpInfAndSts>
          <OrgnlPmtInfAndSts>
            <OrgnlPmtInfId>%s</OrgnlPmtInfId><PmtInfSts>%s</PmtInfSts>%s
          </OrgnlPmtInfAndSts>
        </CstmrPmtStsRpt>
      </Document>
      """;

  private AnswerText() {}

  static byte[] ofPaymentInformation(String id, Instant at, String file, OrderStatus status) {
    String code =
        switch (status.step()) {
          case ACCEPTED -> "ACCP";
          case EXECUTED -> "ACSC";
          case REJECTED -> "RJCT";
          case STOPPED -> throw new IllegalArgumentException("a file is not stopped");
        };
    String reason =
        status.reason().isEmpty()
            ? ""
            : "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>"
                .formatted(status.reason().split(" ", 2)[0]);
    return TEXT.formatted(id, at, file, file, code, reason).getBytes(UTF_8);
  }
}
