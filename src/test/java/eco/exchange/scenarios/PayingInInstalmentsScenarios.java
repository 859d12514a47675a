package eco.exchange.scenarios;

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
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Report;
import eco.exchange.contracts.proof.Report.Verdict;
import eco.exchange.money.Money;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The right of Badong for a price in three parts: one in time, one late, one by the guarantor. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // the scenario begins with isSold
class PayingInInstalmentsScenarios {

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private Participant transferee;
  private Counter counter;
  private String path;

  @Test
  void a_price_in_instalments_is_shared_part_by_part_and_stands_behind_a_guarantee()
      throws Exception {
    isSold();
    theFirstComesInButNothingIsCertified();
    theTransferorAcceptsAGuarantee();
    theTradeIsCertified();
    theSecondComesLateAndCostsAPenalty();
    theThirdIsPaidWhenTheGuaranteeIsCalled();
    allTogetherAreThePriceAndItsInterest();
    thePapersProveIt();
    everybodySeesIt();
  }

  private void isSold() throws Exception {
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

  private void theFirstComesInButNothingIsCertified() {
    JsonNode all = transferee.waitsFor(path + "/instalments", seen -> seen.size() == 3);
    assertThat(amount(all.at("/0/instalment/principal"))).isEqualTo(Money.yuan("736000.00"));
    assertThat(all.at("/1/subAccount").isMissingNode() || all.at("/1/subAccount").isNull())
        .isTrue();
    Callers.stranger().get(path + "/instalments").then().statusCode(401);
    Callers.bidder().get(path + "/instalments").then().statusCode(404);

    pays(all.at("/0/subAccount"), "first", "受让方", now());
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 1);
    assertThat(market.publicly(path).path("certificate").isObject()).isFalse();
    assertThat(page()).containsOnlyOnce("已付清并分配").contains("第3期", "552,000.00");
    assertThat(page().split("未付清", -1)).as("two are still due").hasSize(3);
  }

  private void theTransferorAcceptsAGuarantee() {
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

  private void theTradeIsCertified() {
    cast.auditor().waitsFor(path + "/certificate", JsonNode::isObject);
    cast.auditor().waitsFor(path, story -> story.path("state").asText().equals("CERTIFIED"));
    byte[] certificate = cast.auditor().fetches(path + "/certificate.pdf");
    assertThat(new String(certificate, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }

  private void theSecondComesLateAndCostsAPenalty() {
    JsonNode second = awaited(2);
    Instant due = Instant.parse(second.at("/instalment/dueAt").asText());
    market.moveTo(due.plus(Duration.ofDays(2)));
    waitsForDefault(2, "REMINDED");
    pays(second.at("/subAccount"), "second", "受让方", now());

    JsonNode late =
        transferee.waitsFor(path + "/instalments", all -> all.at("/1/penalty").isObject()).path(1);
    assertThat(late.path("isShared").asBoolean()).isTrue();
    pays(late.path("penalty"), "second-penalty", "受让方", now());
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 3);
  }

  private void theThirdIsPaidWhenTheGuaranteeIsCalled() {
    JsonNode third = awaited(3);
    Instant due = Instant.parse(third.at("/instalment/dueAt").asText());
    market.moveTo(due.plus(Duration.ofDays(30)));
    waitsForDefault(3, "OVERDUE");
    counter.decides(cast.officer(), "proposeRemedy", "call");
    counter.decides(cast.manager(), "confirmRemedy", "agree");
    waitsForDefault(3, "GUARANTEE_CALLED");
    assertThat(counter.isAsked(cast.manager(), "confirmRemedy")).isFalse();

    pays(third.at("/subAccount"), "third", "巴东县农村商业银行", now());
    cast.auditor().waitsFor(path + "/distributions", shared -> shared.size() == 4);
    cast.auditor()
        .waitsFor(
            path + "/tasks?limit=200",
            tasks ->
                StreamSupport.stream(tasks.path("items").spliterator(), false)
                    .noneMatch(task -> task.path("act").asText().equals("proposeRemedy")));
  }

  private void allTogetherAreThePriceAndItsInterest() {
    Money due =
        StreamSupport.stream(transferee.sees(path + "/instalments").spliterator(), false)
            .map(it -> it.path("instalment"))
            .map(it -> amount(it.path("principal")).plus(amount(it.path("interest"))))
            .reduce(Money.ZERO, Money::plus);
    Money shared = Money.ZERO;
    for (JsonNode one : market.publicly(path + "/distributions")) {
      Money parts =
          StreamSupport.stream(one.path("parts").spliterator(), false)
              .map(part -> amount(part.path("amount")))
              .reduce(Money.ZERO, Money::plus);
      assertThat(parts).isEqualTo(amount(one.path("whole")));
      shared = one.path("income").asText().equals("INSTALMENT") ? shared.plus(parts) : shared;
    }
    assertThat(shared).isEqualTo(due);
    assertThat(due.minus(Money.yuan("1840000.00")).isPositive()).isTrue();
  }

  private void thePapersProveIt() {
    byte[] contract = cast.auditor().fetches(path + "/contract.pdf");
    byte[] first = cast.auditor().fetches(path + "/distributions/INSTALMENT/INSTALMENT-1");
    byte[] second = cast.auditor().fetches(path + "/distributions/INSTALMENT/INSTALMENT-2");
    byte[] penalty = cast.auditor().fetches(path + "/distributions/PENALTY/INSTALMENT-2");
    String paper = path + "/statements/INSTALMENT/INSTALMENT-2/collective/statement.pdf";
    byte[] collective = cast.auditor().fetches(paper);

    assertThat(examined(contract, List.of(first, second, penalty)).verdict())
        .isEqualTo(Verdict.GENUINE);
    assertThat(examined(contract, List.of(first, collective)).verdict()).isEqualTo(Verdict.GENUINE);
  }

  private void everybodySeesIt() {
    JsonNode story = market.publicly(path);
    assertThat(story.at("/offer/plan/first/ppm").asInt()).isEqualTo(400_000);
    assertThat(market.publicly(path + "/instalment-defaults").toString())
        .contains("REMINDED", "OVERDUE", "GUARANTEE_CALLED");
    assertThat(story.at("/instalments/1/interest"))
        .isEqualTo(awaited(2).at("/instalment/interest"));
    assertThat(page()).contains("第2期价款", "第2期价款违约金", "年利率3%", "银行保函").doesNotContain("未付清");
  }

  private String page() {
    return given().get("/trades/" + sale.trade()).then().statusCode(200).extract().asString();
  }

  private void pays(JsonNode account, String reference, String payer, Instant at) {
    ObjectNode receipt = JsonNodeFactory.instance.objectNode();
    receipt
        .put("reference", "instalments-" + reference)
        .put("subAccount", account.path("number").asText());
    receipt.put("payer", payer).put("arrivedAt", at.toString());
    receipt.set("amount", account.path("expected"));
    cast.officer().does("/api/v1/receipts", "instalments-" + reference, receipt);
  }

  private JsonNode awaited(int number) {
    return transferee
        .waitsFor(path + "/instalments", all -> all.path(number - 1).path("subAccount").isObject())
        .path(number - 1);
  }

  private void waitsForDefault(int number, String step) {
    cast.auditor()
        .waitsFor(
            path + "/instalment-defaults",
            all ->
                StreamSupport.stream(all.spliterator(), false)
                    .anyMatch(
                        it ->
                            it.path("number").asInt() == number
                                && it.path("step").asText().equals(step)));
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

  private Instant now() {
    return market.now();
  }

  private static Money amount(JsonNode money) {
    return Money.yuan(money.path("amount").asText());
  }

  private static Report examined(byte[] paper, List<byte[]> files) {
    return Report.examine(ContractVerifier.trustingThePaper(), paper, files);
  }
}
