package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.awaited;
import static eco.exchange.scenarios.Replies.one;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.ContractPerformance;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.money.Money;
import eco.exchange.scenarios.Replies.Books;
import eco.exchange.scenarios.Replies.Fund;
import eco.exchange.scenarios.Replies.FundEntry;
import eco.exchange.scenarios.Replies.Project;
import eco.exchange.scenarios.Replies.ProjectPayment;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a contract gives back to a watershed is spent on a check dam, and on nothing else. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first step makes them
class WorkingOnAWatershedScenarios {

  private static final String WATERSHED = "示例沟小流域";

  private Market market;
  private TradeParties cast;
  private Participant authority;
  private Participant colleague;
  private String fund;
  private String path;

  @Test
  @Order(1)
  void the_right_is_sold() throws Exception {
    market = TheMarket.opened();
    ObjectNode facts = TradeFacts.badong().json().deepCopy();
    facts.put("tag", "works").withObject("/product").put("watershed", WATERSHED);
    TradeWalk walk = TheMarket.walk(new TradeFacts(facts), market);
    cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.comesToAward();
    ContractPerformance performance = walk.performance(cast, sale);
    performance.isContracted();
    performance.isPaid();
    authority = market.member("supervisor");
    colleague = market.supervisor("second-supervisor");
  }

  // 1,840,000 yuan, of which a fifth goes back.
  @Test
  @Order(2)
  void the_fund_has_its_part() {
    Fund found =
        awaited(
                cast.auditor(),
                "/api/v1/funds",
                Fund.class,
                all -> all.stream().anyMatch(it -> it.watershed().equals(WATERSHED)))
            .stream()
            .filter(it -> it.watershed().equals(WATERSHED))
            .findFirst()
            .orElseThrow();
    assertThat(found.balance()).isEqualTo(Money.yuan("368000.00"));
    assertThat(found.received()).isEqualTo(Money.yuan("368000.00"));
    fund = found.fund();
    path = "/api/v1/funds/" + fund;
  }

  @Test
  @Order(3)
  void more_than_there_is_is_not_approved() {
    cast.transferor().does(path + "/projects", "works-large", project("梯田工程", "400000.00"));
    decides(authority, "reviewProject", "/1", "approve");
    assertThat(asks(colleague, "confirmProject", "/1", "approve")).isEqualTo("FUND_TOO_SMALL");
    decides(colleague, "confirmProject", "/1", "refuse");
    awaited(
        cast.auditor(),
        path + "/projects",
        Project.class,
        all -> all.getFirst().decision().isPresent());
    assertThat(refusal(cast.transferor(), payment(1), "works-p0", paper("10.00", "a")))
        .isEqualTo("PROJECT_NOT_APPROVED");
  }

  @Test
  @Order(4)
  void a_dam_is_approved_by_two() {
    JsonNode nothing = project("淤地坝工程", "0.00");
    assertThat(refusal(cast.transferor(), path + "/projects", "works-nothing", nothing))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    JsonNode dam = project("淤地坝工程", "200000.00");
    assertThat(cast.bidder("enshi").asks(path + "/projects", "works-b", dam).status())
        .isEqualTo(403);
    cast.transferor().does(path + "/projects", "works-dam", dam);
    decides(authority, "reviewProject", "/2", "approve");
    assertThat(asks(authority, "confirmProject", "/2", "approve")).isEqualTo("FOUR_EYES");
    decides(colleague, "confirmProject", "/2", "approve");
    theFundHas(it -> it.committed().equals(Money.yuan("200000.00")));
  }

  @Test
  @Order(5)
  void it_is_paid_against_evidence_up_to_its_budget() {
    JsonNode first = paper("150000.00", "b");
    Participant other = market.member("supervisor");
    assertThat(refusal(other, payment(2), "works-other", first)).isEqualTo("NOT_THE_PROPOSER");
    cast.transferor().does(payment(2), "works-p1", first);
    assertThat(refusal(cast.transferor(), payment(2), "works-p2", paper("1.00", "b")))
        .isEqualTo("EVIDENCE_USED");
    assertThat(refusal(cast.transferor(), payment(2), "works-p3", paper("50000.01", "c")))
        .isEqualTo("BUDGET_EXCEEDED");
    decides(authority, "reviewPayment", "/2/1", "approve");
    decides(cast.manager(), "confirmPayment", "/2/1", "approve");
    theFundHas(it -> it.spent().equals(Money.yuan("150000.00")));
    Fund after = one(market.publicly(path), Fund.class);
    assertThat(after.balance()).isEqualTo(Money.yuan("218000.00"));
    assertThat(after.committed()).isEqualTo(Money.yuan("50000.00"));
    cast.transferor().does(payment(2), "works-p4", paper("50000.00", "d"));
    decides(authority, "reviewPayment", "/2/2", "refuse");
    List<ProjectPayment> payments =
        awaited(
            cast.auditor(),
            payment(2),
            ProjectPayment.class,
            all -> all.getLast().decision().isPresent());
    assertThat(payments.getLast().decision().orElseThrow().isPaid()).isFalse();
    assertThat(one(market.publicly(path), Fund.class).balance()).isEqualTo(Money.yuan("218000.00"));
  }

  @Test
  @Order(6)
  void it_is_completed_with_a_result() {
    Counter counter = Counter.everywhere();
    Participant township = cast.transferor();
    counter.decides(township, "reportCompletion", fund + "/2", "report", result("很少"));
    assertThat(asks(authority, "acceptCompletion", "/2", "accept")).isEqualTo("EROSION_SENSELESS");
    decides(authority, "acceptCompletion", "/2", "return");
    counter.decides(township, "reportCompletion", fund + "/2", "report", result("1180"));
    decides(authority, "acceptCompletion", "/2", "accept");
    Project done =
        awaited(
                cast.auditor(),
                path + "/projects",
                Project.class,
                all -> all.get(1).completion().isPresent())
            .get(1);
    assertThat(done.completion().orElseThrow().erosion()).isEqualTo(1180);
    assertThat(refusal(cast.transferor(), payment(2), "works-p5", paper("1.00", "e")))
        .isEqualTo("PROJECT_NOT_APPROVED");
  }

  @Test
  @Order(7)
  void everybody_reads_the_ledger() throws Exception {
    List<FundEntry> entries = all(market.publicly(path + "/entries"), FundEntry.class);
    assertThat(entries).hasSize(2);
    String last = "0".repeat(64);
    for (FundEntry entry : entries) {
      String line =
          String.join(
              "|",
              entry.seq(),
              entry.isIn() ? "IN" : "OUT",
              entry.amount().decimal(),
              entry.key(),
              entry.purpose(),
              entry.at());
      byte[] text = (last + "\n" + line).getBytes(StandardCharsets.UTF_8);
      last = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
      assertThat(entry.hash()).isEqualTo(last);
    }
    String page = given().get("/funds/" + fund).then().statusCode(200).extract().asString();
    assertThat(page).contains(WATERSHED, "218,000.00", "淤地坝工程", "已完工", "1180");
    given().get("/funds").then().statusCode(200);
    given().get("/funds/F000000-001").then().statusCode(404);
  }

  @Test
  @Order(8)
  void the_books_balance() {
    assertThat(one(cast.auditor().sees("/api/v1/books"), Books.class).mistaken()).isEmpty();
  }

  private void theFundHas(Predicate<Fund> expected) {
    cast.auditor().waitsFor(path, answer -> expected.test(one(answer, Fund.class)));
  }

  private void decides(Participant member, String act, String key, String outcome) {
    Counter.everywhere().decides(member, act, fund + key, outcome, Map.of());
  }

  private String asks(Participant member, String act, String key, String outcome) {
    return Counter.everywhere().asks(member, act, fund + key, outcome, Map.of()).code();
  }

  private static String refusal(Participant member, String address, String key, JsonNode body) {
    return member.asks(address, key, body).code();
  }

  private String payment(int project) {
    return path + "/projects/" + project + "/payments";
  }

  private static Map<String, String> result(String erosion) {
    return Map.of("erosion", erosion, "evidence", "监测报告〔2027〕9号");
  }

  private static ObjectNode project(String title, String budget) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("title", title).put("work", "CHECK_DAM").put("place", "示例沟沟口");
    project.put("plan", "水土保持规划〔2026〕1号").put("target", "侵蚀模数降到 1200 以下");
    project.putObject("budget").put("amount", budget).put("currency", "CNY");
    return project.put("contractor", "恩施水保工程有限公司(示例)");
  }

  private static ObjectNode paper(String amount, String mark) {
    ObjectNode payment = JsonNodeFactory.instance.objectNode();
    payment.putObject("amount").put("amount", amount).put("currency", "CNY");
    return payment.put("evidence", "验收单与发票 " + mark).put("evidenceSha256", mark.repeat(64));
  }
}
