package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Agenda;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The carbon sink of Pengyang and the operating right of Badong, from listing to distribution. */
@QuarkusTest
class TwoPublishedDealsScenarios {

  private static final List<TradeFacts> DEALS = List.of(TradeFacts.pengyang(), TradeFacts.badong());
  private static final Map<String, String> PRICES =
      Map.of("pengyang", "1116000.00", "badong", "1840000.00");

  /** A year of both contracts that nobody walks to. */
  private static final int LATER_YEAR = 2028;

  @Test
  void both_deals_end_in_sealed_contracts_and_distributions_to_the_fen() throws Exception {
    Market market = TheMarket.opened();
    List<String> trades = walk(market);
    Participant auditor = market.member("auditor");
    for (int i = 0; i < DEALS.size(); i++) {
      JsonNode story = market.publicly("/api/v1/trades/" + trades.get(i));
      String price = PRICES.getOrDefault(DEALS.get(i).tag(), "");
      assertThat(story.path("state").asText()).isEqualTo("CERTIFIED");
      assertThat(story.at("/result/price/amount").asText()).isEqualTo(price);
      assertThat(story.at("/contract/state").asText()).isEqualTo("EFFECTIVE");
      followsTheClauses(DEALS.get(i), story);
      losersHaveTheirDepositsBack(auditor, trades.get(i), DEALS.get(i));
      theSealedPaperIsProof(auditor, trades.get(i));
      new PapersOfATrade(market, auditor, trades.get(i))
          .areServedToWhomTheyBelong(Callers.bidder());
    }
    theFactsOfALaterYearAreNoted(market.member("officer"), auditor, trades.getFirst());
    aYearIsClosedByTwo(market);
    booksBalance(auditor);
    walkingAgainChangesNothing(market, auditor, trades);
  }

  private static void followsTheClauses(TradeFacts facts, JsonNode story) {
    SharingTerms terms = TermsJson.read(facts.json().at("/listing/terms").toString());
    assertThat(story.at("/contract/termsHash").asText()).isEqualTo(TermsJson.hash(terms));
    assertThat(story.path("distributions")).hasSize(2);
    for (JsonNode told : story.path("distributions")) {
      Money whole = Money.yuan(told.at("/whole/amount").asText());
      Income income = Income.valueOf(told.path("income").asText());
      Distribution expected = terms.distribute(income, whole, DistributionBasis.NONE);
      assertThat(parts(told))
          .isEqualTo(expected.parts().stream().map(p -> p.payee() + " " + p.amount()).toList());
      assertThat(sum(told)).isEqualTo(whole);
    }
  }

  private static void losersHaveTheirDepositsBack(
      Participant auditor, String trade, TradeFacts facts) {
    String deposit = facts.json().at("/listing/deposit").asText();
    JsonNode orders = auditor.sees("/api/v1/trades/" + trade + "/payment-orders");
    assertThat(StreamSupport.stream(orders.spliterator(), false))
        .as("the orders back to the two who did not win: %s", orders)
        .filteredOn(order -> order.at("/amount/amount").asText().equals(deposit))
        .hasSize(2);
  }

  private static void theSealedPaperIsProof(Participant auditor, String trade) {
    byte[] paper = auditor.fetches("/api/v1/trades/" + trade + "/contract.pdf");
    ContractVerifier verifier = ContractVerifier.trustingThePaper();
    assertThat(verifier.verify(paper).wrong()).isEmpty();
    byte[] changed = paper.clone();
    changed[changed.length / 2] ^= 1;
    assertThat(verifier.verify(changed).wrong()).isNotEmpty();
  }

  private static void booksBalance(Participant auditor) {
    JsonNode books = auditor.sees("/api/v1/books");
    assertThat(books.at("/sum/amount").asText()).isEqualTo("0.00");
    assertThat(books.path("mistaken")).as("accounts that do not match their transfers").isEmpty();
  }

  private static void theFactsOfALaterYearAreNoted(
      Participant officer, Participant auditor, String trade) {
    String path = "/api/v1/trades/" + trade + "/year-facts";
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("occasion", Integer.toString(LATER_YEAR)).put("erosion", 1_800);
    facts.put("evidence", "监测报告").putObject("pledgeDue");

    assertThat(auditor.asks(path, "facts-1", facts).status()).isEqualTo(403);
    assertThat(officer.does(path, "facts-2", facts).at("/facts/erosion").asInt()).isEqualTo(1_800);
    facts.putObject("pledgeDue").putObject("bank").put("amount", "1.00").put("currency", "CNY");
    assertThat(officer.asks(path, "facts-3", facts).status()).as("a debt to nobody").isEqualTo(422);
    facts.put("erosion", -1);
    assertThat(officer.asks(path, "facts-4", facts).status()).isEqualTo(422);
  }

  // Long over, and of nobody's contract, so that no other scenario misses it.
  private static void aYearIsClosedByTwo(Market market) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    String path = "/api/v1/years/2019/closing";
    assertThat(market.member("auditor").asks(path, "", nothing).status()).isEqualTo(403);
    assertThat(market.member("officer").asks(path, "", nothing).status()).isEqualTo(202);
    Counter counter = Counter.everywhere();
    counter.decides(market.member("manager"), "confirmClosing", "2019", "close", Map.of());
    market.member("officer").asks("/api/v1/years/2999/closing", "", nothing);
    assertThat(
            counter
                .asks(market.member("manager"), "confirmClosing", "2999", "close", Map.of())
                .code())
        .isEqualTo("YEAR_NOT_OVER");
  }

  private static void walkingAgainChangesNothing(
      Market market, Participant auditor, List<String> trades) throws Exception {
    List<JsonNode> before = ledgers(auditor, trades);
    assertThat(walk(market)).isEqualTo(trades);
    assertThat(ledgers(auditor, trades)).isEqualTo(before);
  }

  private static List<JsonNode> ledgers(Participant auditor, List<String> trades) {
    return trades.stream()
        .map(trade -> auditor.sees("/api/v1/trades/" + trade + "/ledger"))
        .toList();
  }

  /** Both deals side by side on one market clock; nobody is told anything. */
  private static List<String> walk(Market market) throws Exception {
    Agenda agenda = new Agenda(DEALS.size(), market::moveTo);
    try (ExecutorService walkers = Executors.newFixedThreadPool(DEALS.size())) {
      List<Callable<String>> walks =
          DEALS.stream().map(facts -> walkOf(facts, market, agenda)).toList();
      List<Future<String>> ended = walkers.invokeAll(walks);
      return List.of(ended.get(0).get(), ended.get(1).get());
    }
  }

  private static Callable<String> walkOf(TradeFacts facts, Market market, Agenda agenda) {
    return () -> {
      try {
        return new TradeWalk(facts, market, agenda, TwoPublishedDealsScenarios::isCounted).walk();
      } finally {
        agenda.leave();
      }
    };
  }

  // People watch a bar grow with the steps, and it must be full with the last of them.
  private static void isCounted(String title, int step, int of, String day, String line) {
    assertThat(step).as(line).isBetween(1, of);
  }

  private static List<String> parts(JsonNode distribution) {
    return each(distribution)
        .map(part -> part.path("payee").asText() + " CNY " + part.at("/amount/amount").asText())
        .toList();
  }

  private static Money sum(JsonNode distribution) {
    return each(distribution)
        .map(part -> Money.yuan(part.at("/amount/amount").asText()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static Stream<JsonNode> each(JsonNode distribution) {
    return StreamSupport.stream(distribution.path("parts").spliterator(), false);
  }
}
