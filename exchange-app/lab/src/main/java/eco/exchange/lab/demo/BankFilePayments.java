package eco.exchange.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.PaymentChannel;
import eco.exchange.acceptance.RequestBodies;
import eco.exchange.lab.bank.BankCounter;
import eco.exchange.lab.bank.BankSlip;
import eco.exchange.money.Money;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The payments of a walk by the simulated bank: slips are handed in at its counter, and all else
 * goes by its files. Accounts of payees are made up from their names; an officer notes them, and
 * the manager confirms them.
 */
final class BankFilePayments implements PaymentChannel {

  private static final String BANK = "102100099996";
  private static final String LACKS_ACCOUNT = "LACKS_ACCOUNT";
  private static final String PAID = "PAID";

  private final BankFolder folder;

  BankFilePayments(BankFolder folder) {
    this.folder = folder;
  }

  @Override
  public void payIn(Centre centre, PayIn what) {
    handIn(
        centre.diary().key(what.key()),
        new BankSlip.PayIn(
            Instant.parse(what.at()),
            what.number(),
            Money.yuan(what.amount()),
            accountOf(what.payer()),
            what.key()));
  }

  @Override
  public void payOut(Centre centre, String payments, long shared) {
    Map<String, String> payees = new LinkedHashMap<>();
    for (JsonNode payment : centre.officer().waitsFor(payments, all -> ofShares(all) == shared)) {
      if (payment.path("state").asText().equals(LACKS_ACCOUNT)) {
        payees.put(payment.path("payee").asText(), payment.path("beneficiary").asText());
      }
    }
    payees.forEach((payee, name) -> settled(centre, payee, name));
    JsonNode paid = centre.officer().waitsFor(payments, BankFilePayments::areAllPaid);
    centre.diary().note("%d 笔付款经 pain.001 发出,银行 camt.054 回报入账".formatted(paid.size()));
  }

  /** The bank closes its day, and the exchange has taken its statement. */
  JsonNode closeDay(Participant officer, Instant now) {
    handIn("close-" + now.toEpochMilli(), new BankSlip.CloseDay(now));
    return officer
        .waitsFor("/api/v1/bank/messages", BankFilePayments::isClosed)
        .path("items")
        .get(0);
  }

  // A bank that has nothing to close writes no statement; then the last word was one already.
  private static boolean isClosed(JsonNode messages) {
    return messages.path("items").path(0).path("kind").asText().equals("STATEMENT");
  }

  // Deposits go back by payments, too.
  private static long ofShares(JsonNode payments) {
    return StreamSupport.stream(payments.spliterator(), false)
        .filter(payment -> payment.path("key").asText().startsWith("payout/"))
        .count();
  }

  private static boolean areAllPaid(JsonNode payments) {
    return StreamSupport.stream(payments.spliterator(), false)
        .allMatch(payment -> payment.path("state").asText().equals(PAID));
  }

  private static void settled(Centre centre, String payee, String name) {
    BankAccount account = accountOf(name);
    JsonNode noted =
        centre
            .officer()
            .does(
                "/api/v1/bank/payee-accounts",
                centre.diary().key("account-" + ownerOf(payee)),
                RequestBodies.empty()
                    .put("payee", payee)
                    .put("holder", account.holder())
                    .put("account", account.number())
                    .put("bank", account.bank()));
    centre
        .manager()
        .does(
            "/api/v1/bank/payee-accounts/confirmation",
            centre.diary().key("confirm-" + ownerOf(payee)),
            RequestBodies.empty().put("payee", payee).put("number", noted.path("number").asLong()));
  }

  // The last part of the name of an account; the key of the diary names the trade already.
  private static String ownerOf(String payee) {
    return payee.substring(payee.lastIndexOf(':') + 1);
  }

  private static BankAccount accountOf(String name) {
    String digits = "%012d".formatted(Math.floorMod(name.hashCode() * 7_919L, 100_000_000_000L));
    return new BankAccount(name, "6222" + digits + "01", BANK);
  }

  private void handIn(String name, BankSlip slip) {
    try {
      BankCounter.handIn(folder, name, slip);
    } catch (IOException e) {
      throw new UncheckedIOException("the counter of the bank is not there", e);
    }
  }
}
