package eco.exchange.lab.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A slip that is handed in at the counter of the bank. */
public sealed interface BankSlip {

  /** When it is handed in. */
  Instant at();

  /**
   * Somebody pays money in to the exchange's account.
   *
   * @param subAccount the sub-account that the payer names; may be empty
   * @param amount how much
   * @param payer from which account
   * @param text what the payer writes
   */
  record PayIn(Instant at, String subAccount, Money amount, BankAccount payer, String text)
      implements BankSlip {}

  /** The day is over: the bank is to write the statement of what was booked. */
  record CloseDay(Instant at) implements BankSlip {}

  /** The slip as a file holds it. */
  default byte[] json() {
    Map<String, String> fields =
        switch (this) {
          case PayIn in ->
              Map.of(
                  "at", in.at().toString(),
                  "subAccount", in.subAccount(),
                  "amount", in.amount().decimal(),
                  "holder", in.payer().holder(),
                  "account", in.payer().number(),
                  "bank", in.payer().bank(),
                  "text", in.text());
          case CloseDay close -> Map.of("at", close.at().toString());
        };
    try {
      return new ObjectMapper().writeValueAsBytes(new TreeMap<>(fields));
    } catch (IOException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  /** Reads a slip from its file. */
  static BankSlip read(byte[] json) throws IOException {
    JsonNode slip = new ObjectMapper().readTree(json);
    Instant at = Instant.parse(slip.path("at").asText());
    if (!slip.has("amount")) {
      return new CloseDay(at);
    }
    BankAccount payer =
        new BankAccount(
            slip.path("holder").asText(),
            slip.path("account").asText(),
            slip.path("bank").asText());
    return new PayIn(
        at,
        slip.path("subAccount").asText(),
        Money.yuan(slip.path("amount").asText()),
        payer,
        slip.path("text").asText());
  }
}
