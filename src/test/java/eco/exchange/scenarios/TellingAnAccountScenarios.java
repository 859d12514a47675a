package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.scenarios.Replies.AwaitedAccount;
import eco.exchange.scenarios.Replies.OwnPayment;
import eco.exchange.scenarios.Replies.Task;
import eco.exchange.settlement.bank.PaymentFile;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A deposit was paid from nobody knows where: its bidder tells where it is to go back. */
@QuarkusTest
class TellingAnAccountScenarios {

  private static final String OWN = "/api/v1/own-payments";
  private static final String NUMBER = "6217002870001112223";

  @Test
  void a_bidder_tells_where_its_deposit_goes_back_and_the_task_of_the_centre_ends()
      throws Exception {
    Market market = TheMarket.opened();
    TradeWalk walk =
        TheMarket.walk(TheMarket.named("telling-an-account", TradeFacts.badong()), market);
    TradeParties cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.comesToAward();
    Participant loser = cast.bidder("tanwei");
    Participant winner = cast.bidder(sale.winner());

    OwnPayment waits = own(loser, sale, it -> it.state().equals("LACKS_ACCOUNT"));
    assertThat(waits.wordsZh()).isEqualTo("尚无收款账户，请提供");
    assertThat(waits.words()).isEqualTo("No account is known; please tell one");
    assertThat(waits.account()).isEmpty();
    String key = "payment/refund/" + waits.payee().substring(waits.payee().lastIndexOf(':') + 1);
    Task task = task(cast.officer(), key);
    assertThat(task.dueAt()).as("the day of the law").isEqualTo(waits.dueAt());
    assertThat(task.facts().get("subject")).startsWith("-").contains("谭伟", "refund/");
    assertThat(task.facts().get("wordsZh")).contains("缺少收款账户", "登记", "复核");
    assertThat(task.facts().get("words")).endsWith("No account is known.");
    Reply unfit =
        Counter.everywhere().asks(cast.officer(), "examineException", key, "pass", Map.of());
    assertThat(unfit.code()).as("refused before a manager sees it").isEqualTo("SETTLEMENT_UNFIT");

    for (String payee : List.of(waits.payee(), waits.payee() + "0", "nobody")) {
      Reply refused = tells(winner, "foreign-" + payee, payee);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.code()).isEqualTo("PAYEE_UNKNOWN");
    }
    assertThat(
            all(winner.sees(OWN + "?limit=200").path("items"), OwnPayment.class).stream()
                .map(OwnPayment::payee))
        .doesNotContain(waits.payee());
    assertThat(tells(cast.auditor(), "not-a-party", waits.payee()).status()).isEqualTo(403);

    market.moveTo(waits.dueAt().orElseThrow());
    assertThat(task(cast.officer(), key).isOverdue()).isTrue();

    Reply told = tells(loser, "told-" + sale.trade(), waits.payee());
    assertThat(told.status()).isEqualTo(201);
    assertThat(told.body().toString()).contains("****2223").doesNotContain(NUMBER);
    assertThat(own(loser, sale, it -> it.awaitedAccount().isPresent()).wordsZh()).contains("待中心复核");
    AwaitedAccount awaited = awaited(cast.manager(), waits.payee());
    assertThat(awaited.trade()).isEqualTo(sale.trade());
    assertThat(awaited.party().orElseThrow().name()).as("as it is registered").startsWith("谭伟");
    assertThat(awaited.isToldByPayee()).isTrue();
    assertThat(awaited.notedFor()).isEqualTo(awaited.party().orElseThrow());
    confirms(cast.manager(), waits.payee(), told.body().path("number").asLong());
    assertThat(loser.sees(OWN + "/owed-anew")).as("it owes nothing").isEmpty();

    assertThat(own(loser, sale, it -> it.state().equals("WAITING")).account()).contains("****2223");
    assertThat(
            new BankByHand(cast.officer())
                .collects().stream().flatMap(TellingAnAccountScenarios::numbers))
        .contains(NUMBER);
    assertThat(own(loser, sale, it -> it.state().equals("SENT")).words())
        .isEqualTo("Sent to the bank");
    cast.officer().waitsFor("/api/v1/bank/exceptions?limit=200", seen -> !keys(seen).contains(key));
    assertThat(keys(cast.auditor().sees("/api/v1/bank/exceptions/ended?limit=200"))).contains(key);
  }

  private static OwnPayment own(Participant reader, Sale sale, Predicate<OwnPayment> expected) {
    JsonNode seen =
        reader.waitsFor(OWN + "?limit=200", page -> ofTrade(page, sale).anyMatch(expected));
    return ofTrade(seen, sale).filter(expected).findFirst().orElseThrow();
  }

  private static Stream<OwnPayment> ofTrade(JsonNode page, Sale sale) {
    return all(page.path("items"), OwnPayment.class).stream()
        .filter(payment -> payment.trade().equals(sale.trade()));
  }

  private static Task task(Participant officer, String key) {
    return one(Counter.everywhere().finds(officer, "examineException", key), Task.class);
  }

  private static Reply tells(Participant party, String key, String payee) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("payee", payee).put("holder", "谭伟").put("account", NUMBER);
    return party.asks(OWN + "/accounts", key, body.put("bank", "105100000017"));
  }

  private static AwaitedAccount awaited(Participant manager, String payee) {
    JsonNode page = manager.sees("/api/v1/bank/payee-accounts/awaited?limit=200");
    return all(page.path("items"), AwaitedAccount.class).stream()
        .filter(one -> one.payee().equals(payee))
        .findFirst()
        .orElseThrow();
  }

  private static void confirms(Participant manager, String payee, long number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("payee", payee).put("number", number);
    manager.does("/api/v1/bank/payee-accounts/confirmation", "confirmed-" + number, body);
  }

  private static List<String> keys(JsonNode exceptions) {
    return exceptions.path("items").findValuesAsText("key");
  }

  private static Stream<String> numbers(PaymentFile file) {
    return file.payments().stream().map(payment -> payment.to().number());
  }
}
