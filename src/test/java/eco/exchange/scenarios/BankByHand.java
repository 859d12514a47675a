package eco.exchange.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import eco.exchange.acceptance.Participant;
import eco.exchange.answer.Answer;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.web.Callers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A bank whose files an officer carries to and fro over the interface. */
final class BankByHand {

  private static final String HOUSE = "69000100000000017";

  private final Participant officer;
  private final String token;

  BankByHand(Participant officer) {
    this.officer = officer;
    this.token = Callers.token("officer", TheMarket.PASSWORD);
  }

  /** The files that are written now, until there are no more. */
  List<PaymentFile> collects() {
    List<PaymentFile> files = new ArrayList<>();
    JsonNode next = next();
    while (!next.isEmpty()) {
      byte[] xml = officer.fetches("/api/v1/bank/payment-files/" + next.get(0).asText());
      Answer<PaymentFile> read = IsoMessages.toBank(xml);
      assertThat(read).isInstanceOf(Answer.Done.class);
      files.add(((Answer.Done<PaymentFile>) read).value());
      next = next();
    }
    return files;
  }

  /** The bytes of a file, as whoever carries it sees them. */
  String text(PaymentFile file) {
    byte[] xml = officer.fetches("/api/v1/bank/payment-files/" + file.id());
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** The bank rejects a payment. */
  void rejects(PaymentFile file, Payment payment, String why) {
    OrderStatus status = new OrderStatus(Step.REJECTED, why);
    tells(
        new BankMessage.FileAnswer(
            fresh(),
            file.writtenAt(),
            file.id(),
            Optional.empty(),
            List.of(new OrderAnswer(payment.endToEnd(), status))));
  }

  /** The bank has booked a payment. */
  void pays(PaymentFile file, Payment payment) {
    tells(
        new BankMessage.Notice(
            fresh(),
            file.writtenAt(),
            List.of(
                new BankEntry.Outgoing(
                    EntryReferences.of(fresh(), payment.endToEnd()),
                    payment.amount(),
                    BookingTime.at(file.writtenAt())))));
  }

  private void tells(BankMessage message) {
    given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/xml")
        .body(IsoMessages.written(message, HOUSE))
        .post("/api/v1/bank/messages")
        .then()
        .statusCode(201);
  }

  private JsonNode next() {
    return officer.asks("/api/v1/bank/payment-files", "", MissingNode.getInstance()).body();
  }

  private static String fresh() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
