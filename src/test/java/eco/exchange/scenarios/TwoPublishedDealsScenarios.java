package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Agenda;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.money.Money;
import eco.exchange.scenarios.Replies.Books;
import eco.exchange.scenarios.Replies.Contract;
import eco.exchange.scenarios.Replies.Part;
import eco.exchange.scenarios.Replies.PaymentOrder;
import eco.exchange.scenarios.Replies.Trade;
import eco.exchange.scenarios.Replies.YearFacts;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The carbon sink of Pengyang and the operating right of Badong, from listing to distribution. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first step makes them
class TwoPublishedDealsScenarios {

  private static final List<TradeFacts> DEALS = List.of(TradeFacts.pengyang(), TradeFacts.badong());
  private static final Map<String, String> PRICES =
      Map.of("pengyang", "1116000.00", "badong", "1840000.00");

  private Market market;
  private Participant auditor;
  private List<String> trades;

  @Test
  @Order(1)
  void both_are_walked_side_by_side_to_the_end() throws Exception {
    market = TheMarket.opened();
    auditor = market.member("auditor");
    trades = walk(market);
    for (int i = 0; i < DEALS.size(); i++) {
      Trade trade = trade(i);
      String price = PRICES.getOrDefault(DEALS.get(i).tag(), "");
      assertThat(trade.state()).isEqualTo("CERTIFIED");
      assertThat(trade.result().orElseThrow().price()).isEqualTo(Money.yuan(price));
      assertThat(trade.contract().orElseThrow().state()).isEqualTo("EFFECTIVE");
    }
  }

  @Test
  @Order(2)
  void every_income_is_shared_by_the_clauses_to_the_fen() {
    for (int i = 0; i < DEALS.size(); i++) {
      followsTheClauses(DEALS.get(i), trade(i));
    }
  }

  @Test
  @Order(3)
  void who_did_not_win_has_the_deposit_back() {
    for (int i = 0; i < DEALS.size(); i++) {
      losersHaveTheirDepositsBack(auditor, trades.get(i), DEALS.get(i));
    }
  }

  @Test
  @Order(4)
  void the_sealed_paper_is_proof_and_a_changed_one_is_not() {
    trades.forEach(trade -> theSealedPaperIsProof(auditor, trade));
  }

  @Test
  @Order(5)
  void papers_are_served_to_whom_they_belong() {
    for (String trade : trades) {
      new PapersOfATrade(market, auditor, trade).areServedToWhomTheyBelong(Callers.bidder());
    }
  }

  private Trade trade(int deal) {
    return one(market.publicly("/api/v1/trades/" + trades.get(deal)), Trade.class);
  }

  private static void followsTheClauses(TradeFacts facts, Trade trade) {
    SharingTerms terms = TermsJson.read(facts.json().at("/listing/terms").toString());
    assertThat(trade.contract().orElseThrow().termsHash()).isEqualTo(TermsJson.hash(terms));
    assertThat(trade.distributions()).hasSize(2);
    for (Replies.Distribution shared : trade.distributions()) {
      Income income = Income.valueOf(shared.income());
      Distribution expected = terms.distribute(income, shared.whole(), DistributionBasis.NONE);
      assertThat(shared.parts())
          .isEqualTo(
              expected.parts().stream().map(it -> new Part(it.payee(), it.amount())).toList());
      assertThat(shared.sum()).isEqualTo(shared.whole());
    }
  }

  private static void losersHaveTheirDepositsBack(
      Participant auditor, String trade, TradeFacts facts) {
    String deposit = facts.json().at("/listing/deposit").asText();
    JsonNode orders = auditor.sees("/api/v1/trades/" + trade + "/payment-orders");
    assertThat(all(orders, PaymentOrder.class))
        .as("the orders back to the two who did not win: %s", orders)
        .filteredOn(order -> order.amount().equals(Money.yuan(deposit)))
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

  @Test
  @Order(8)
  void the_books_balance() {
    Books books = one(auditor.sees("/api/v1/books"), Books.class);
    assertThat(books.sum()).isEqualTo(Money.ZERO);
    assertThat(books.mistaken()).as("accounts that do not match their transfers").isEmpty();
  }

  @Test
  @Order(6)
  void the_facts_of_a_later_year_are_noted() {
    Participant officer = market.member("officer");
    String path = "/api/v1/trades/" + trades.getFirst() + "/occasion-facts";
    Contract contract =
        one(auditor.sees("/api/v1/trades/" + trades.getFirst() + "/contract"), Contract.class);
    int begun = contract.effectiveAt().orElseThrow().atZone(Deadline.ZONE).getYear();
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    String later = Integer.toString(begun + 2); // the walk shares the first year alone
    facts.put("occasion", later).put("erosion", 1_800);
    facts.put("evidence", "监测报告").putObject("pledgeDue");

    assertThat(auditor.asks(path, "facts-1", facts).status()).isEqualTo(403);
    assertThat(one(officer.does(path, "facts-2", facts), YearFacts.class).facts().erosion())
        .isEqualTo(1_800);
    facts.putObject("pledgeDue").putObject("bank").put("amount", "1.00").put("currency", "CNY");
    assertThat(officer.asks(path, "facts-3", facts).status()).as("a debt to nobody").isEqualTo(422);
    facts.put("erosion", -1);
    assertThat(officer.asks(path, "facts-4", facts).status()).isEqualTo(422);
  }

  // Long over, and of nobody's contract, so that no other scenario misses it.
  @Test
  @Order(7)
  void a_year_is_closed_by_two() {
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

  @Test
  @Order(9)
  void walking_again_changes_nothing() throws Exception {
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
}
