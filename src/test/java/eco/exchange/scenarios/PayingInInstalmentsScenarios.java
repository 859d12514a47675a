package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.one;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Agenda;
import eco.exchange.acceptance.ContractPerformance;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.ReceiptByHand;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Report;
import eco.exchange.contracts.proof.Report.Verdict;
import eco.exchange.money.Money;
import eco.exchange.scenarios.Replies.Default;
import eco.exchange.scenarios.Replies.Distribution;
import eco.exchange.scenarios.Replies.PriceInstalment;
import eco.exchange.scenarios.Replies.SubAccount;
import eco.exchange.scenarios.Replies.Trade;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The right of Badong for a price in three parts: one in time, one late, one by the guarantor. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first step makes them
class PayingInInstalmentsScenarios {

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private Participant transferee;
  private Counter counter;
  private String path;

  @Test
  @Order(1)
  void the_right_is_sold() throws Exception {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named("instalments", TradeFacts.badong());
    ((ObjectNode) facts.json().path("listing")).set("plan", plan(400_000));
    TradeWalk walk =
        new TradeWalk(
            facts, market, new Agenda(1, market::moveTo), (title, step, of, day, line) -> {});
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.entersTheCatalogue();
    sale.isListed();
    sale.isDisclosed();
    sale.isAppliedFor();
    sale.isSecuredByDeposits();
    sale.opens();
    sale.isBidFor();
    sale.isAwarded();
    ContractPerformance performance = walk.performance(cast, sale);
    performance.isContracted();
    transferee = cast.bidder(sale.winner());
    counter = new Counter(sale.trade());
    path = "/api/v1/trades/" + sale.trade();
  }

  @Test
  @Order(2)
  void the_first_comes_in_but_nothing_is_certified() {
    List<PriceInstalment> parts =
        Replies.awaited(
            transferee, path + "/instalments", PriceInstalment.class, seen -> seen.size() == 3);
    assertThat(parts.getFirst().instalment().principal()).isEqualTo(Money.yuan("736000.00"));
    assertThat(awaited(2).subAccount()).as("the second can be paid from the first day").isPresent();
    Callers.stranger().get(path + "/instalments").then().statusCode(401);
    Callers.bidder().get(path + "/instalments").then().statusCode(404);

    pays(parts.getFirst().subAccount(), "first", "受让方");
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 1);
    assertThat(market.publicly(path).path("certificate").isObject()).isFalse();
    assertThat(page()).containsOnlyOnce("已付清并分配").contains("第3期", "552,000.00");
    assertThat(page().split("未付清", -1)).as("two are still due").hasSize(3);
  }

  @Test
  @Order(3)
  void the_transferor_accepts_a_guarantee() {
    assertThat(accepts(transferee, "own", guarantee("2000000.00")).status()).isEqualTo(403);
    assertThat(accepts(cast.transferor(), "small", guarantee("1104000.00")).code())
        .isEqualTo("GUARANTEE_TOO_SMALL");
    ObjectNode unnamed = guarantee("2000000.00").put("kind", "SURETY");
    assertThat(accepts(cast.transferor(), "kind", unnamed).code())
        .isEqualTo("GUARANTEE_OF_ANOTHER_KIND");
    Reply accepted = accepts(cast.transferor(), "letter", guarantee("2000000.00"));
    assertThat(accepted.status()).isEqualTo(201);
    assertThat(transferee.sees(path + "/guarantee")).isEqualTo(accepted.body());
    Callers.bidder().get(path + "/guarantee").then().statusCode(404);
  }

  @Test
  @Order(4)
  void the_trade_is_certified() {
    cast.auditor().waitsFor(path + "/certificate", JsonNode::isObject);
    cast.auditor().waitsFor(path, trade -> one(trade, Trade.class).state().equals("CERTIFIED"));
    byte[] certificate = cast.auditor().fetches(path + "/certificate.pdf");
    assertThat(new String(certificate, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }

  @Test
  @Order(5)
  void the_second_comes_late_and_costs_a_penalty() {
    PriceInstalment second = awaited(2);
    market.moveTo(second.instalment().dueAt().orElseThrow().plus(Duration.ofDays(2)));
    waitsForDefault(2, "REMINDED");
    pays(second.subAccount(), "second", "受让方");

    PriceInstalment late = instalment(2, it -> it.penalty().isPresent());
    assertThat(late.isShared()).isTrue();
    pays(late.penalty(), "second-penalty", "受让方");
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 3);
  }

  @Test
  @Order(6)
  void the_third_is_paid_when_the_guarantee_is_called() {
    PriceInstalment third = awaited(3);
    market.moveTo(third.instalment().dueAt().orElseThrow().plus(Duration.ofDays(30)));
    waitsForDefault(3, "OVERDUE");
    counter.decides(cast.officer(), "proposeRemedy", "call");
    counter.decides(cast.manager(), "confirmRemedy", "agree");
    waitsForDefault(3, "GUARANTEE_CALLED");
    assertThat(counter.isAsked(cast.manager(), "confirmRemedy")).isFalse();

    pays(third.subAccount(), "third", "巴东县农村商业银行");
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 4);
    cast.auditor()
        .waitsFor(
            path + "/tasks?limit=200",
            tasks ->
                StreamSupport.stream(tasks.path("items").spliterator(), false)
                    .noneMatch(task -> task.path("act").asText().equals("proposeRemedy")));
  }

  @Test
  @Order(7)
  void all_together_are_the_price_and_its_interest() {
    Money due =
        all(transferee.sees(path + "/instalments"), PriceInstalment.class).stream()
            .map(it -> it.instalment().principal().plus(it.instalment().interest()))
            .reduce(Money.ZERO, Money::plus);
    List<Distribution> distributions =
        all(market.publicly(path + "/distributions"), Distribution.class);
    assertThat(distributions).allMatch(it -> it.sum().equals(it.whole()));
    Money shared =
        distributions.stream()
            .filter(it -> it.income().equals("INSTALMENT"))
            .map(Distribution::whole)
            .reduce(Money.ZERO, Money::plus);
    assertThat(shared).isEqualTo(due);
    assertThat(due.minus(Money.yuan("1840000.00")).isPositive()).isTrue();
  }

  @Test
  @Order(8)
  void the_papers_prove_it() {
    byte[] contract = cast.auditor().fetches(path + "/contract.pdf");
    byte[] first = cast.auditor().fetches(path + "/distributions/INSTALMENT/INSTALMENT-1");
    byte[] second = cast.auditor().fetches(path + "/distributions/INSTALMENT/INSTALMENT-2");
    byte[] penalty = cast.auditor().fetches(path + "/distributions/PENALTY/INSTALMENT-2");
    String paper = path + "/statements/INSTALMENT/INSTALMENT-2/collective/statement.pdf";
    byte[] collective = cast.auditor().fetches(paper);

    byte[] before =
        cast.auditor()
            .fetches(path + "/statements/INSTALMENT/INSTALMENT-1/collective/statement.pdf");

    assertThat(examined(contract, List.of(first, second, penalty)).verdict())
        .as("without seals they prove figures only")
        .isEqualTo(Verdict.UNPROVEN);
    assertThat(examined(contract, List.of(before, collective)).verdict())
        .isEqualTo(Verdict.GENUINE);
    assertThat(examined(contract, List.of(collective)).verdict())
        .as("the statement before it is missing")
        .isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  @Order(9)
  void everybody_sees_it() {
    Trade trade = one(market.publicly(path), Trade.class);
    assertThat(trade.offer().orElseThrow().plan().first().ppm()).isEqualTo(400_000);
    assertThat(market.publicly(path + "/instalment-defaults").toString())
        .contains("REMINDED", "OVERDUE", "GUARANTEE_CALLED");
    assertThat(trade.instalments().get(1).interest()).isEqualTo(awaited(2).instalment().interest());
    assertThat(page()).contains("第2期价款", "第2期价款违约金", "年利率3%", "银行保函").doesNotContain("未付清");
  }

  private String page() {
    return given().get("/trades/" + sale.trade()).then().statusCode(200).extract().asString();
  }

  private void pays(Optional<SubAccount> account, String reference, String payer) {
    SubAccount owed = account.orElseThrow();
    ObjectNode receipt = JsonNodeFactory.instance.objectNode();
    receipt.put("reference", "instalments-" + reference).put("subAccount", owed.number());
    receipt.put("payer", payer).put("arrivedAt", market.now().toString());
    String amount = owed.expected().decimal();
    receipt.putObject("amount").put("amount", amount).put("currency", "CNY");
    ReceiptByHand.take(cast.officer(), cast.manager(), "instalments-" + reference, receipt);
  }

  private PriceInstalment awaited(int number) {
    return instalment(number, it -> it.subAccount().isPresent());
  }

  private PriceInstalment instalment(int number, Predicate<PriceInstalment> expected) {
    return Replies.awaited(
            transferee,
            path + "/instalments",
            PriceInstalment.class,
            all -> expected.test(all.get(number - 1)))
        .get(number - 1);
  }

  private void waitsForDefault(int number, String step) {
    Replies.awaited(
        cast.auditor(),
        path + "/instalment-defaults",
        Default.class,
        all ->
            all.stream()
                .anyMatch(it -> it.number().equals(Optional.of(number)) && it.step().equals(step)));
  }

  private Reply accepts(Participant member, String key, ObjectNode body) {
    return member.asks(path + "/guarantee", "guarantee-" + key, body);
  }

  private ObjectNode guarantee(String covers) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "BANK_GUARANTEE").put("guarantor", "巴东县农村商业银行");
    body.put("document", "保函〔2026〕第8号").put("until", "2036-12-31");
    body.putObject("covers").put("amount", covers).put("currency", "CNY");
    return body;
  }

  private static ObjectNode plan(int firstPpm) {
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.putObject("first").put("ppm", firstPpm);
    for (int months = 1; months <= 2; months++) {
      ObjectNode later = plan.withArray("later").addObject().put("months", months);
      later.putObject("part").put("ppm", 300_000);
    }
    plan.putObject("yearlyRate").put("ppm", 30_000);
    plan.putArray("guarantees").add("BANK_GUARANTEE").add("MORTGAGE");
    return plan;
  }

  private static Report examined(byte[] paper, List<byte[]> files) {
    return Report.examine(ContractVerifier.trustingThePaper(), paper, files);
  }
}
