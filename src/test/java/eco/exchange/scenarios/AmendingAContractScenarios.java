package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.awaited;
import static eco.exchange.scenarios.Replies.one;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import eco.exchange.contracts.proof.Report.Verdict;
import eco.exchange.scenarios.Replies.Amendment;
import eco.exchange.scenarios.Replies.AmendmentInForce;
import eco.exchange.scenarios.Replies.Contract;
import eco.exchange.scenarios.Replies.Distribution;
import eco.exchange.scenarios.Replies.Part;
import eco.exchange.scenarios.Replies.Report;
import eco.exchange.scenarios.Replies.Trade;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.StatementJson;
import eco.exchange.sharing.TermsJson;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The village of Badong votes for more, and from the next year on it is paid by that. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first step makes them
class AmendingAContractScenarios {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private Market market;
  private TradeParties cast;
  private Participant transferee;
  private Counter counter;
  private ContractPerformance performance;
  private String path;
  private int year;

  @Test
  @Order(1)
  void the_right_is_sold() throws Exception {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named("amended", TradeFacts.badong());
    TradeWalk walk =
        new TradeWalk(
            facts, market, new Agenda(1, market::moveTo), (title, step, of, day, line) -> {});
    cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.entersTheCatalogue();
    sale.isListed();
    sale.isDisclosed();
    sale.isAppliedFor();
    sale.isSecuredByDeposits();
    sale.opens();
    sale.isBidFor();
    sale.isAwarded();
    performance = walk.performance(cast, sale);
    performance.isContracted();
    performance.isPaid();
    transferee = cast.bidder(sale.winner());
    counter = new Counter(sale.trade());
    path = "/api/v1/trades/" + sale.trade();
    Contract contract = one(cast.auditor().sees(path + "/contract"), Contract.class);
    year = contract.effectiveAt().orElseThrow().atZone(BEIJING).getYear();
  }

  @Test
  @Order(2)
  void what_is_no_amendment_is_refused() {
    ObjectNode early = amendment("150000", year);
    assertThat(proposes(transferee, "early", early).code()).isEqualTo("AMENDMENT_UNTIMELY");
    ObjectNode undecided = amendment("150000", year + 1);
    undecided.remove("decision");
    assertThat(proposes(transferee, "undecided", undecided).code()).isEqualTo("AMENDMENT_FAULTY");
    ObjectNode tooFew = amendment("150000", year + 1);
    ((ObjectNode) tooFew.at("/decision/vote")).put("inFavour", 207);
    Reply few = proposes(transferee, "too-few", tooFew);
    assertThat(few.code()).isEqualTo("AMENDMENT_FAULTY");
    assertThat(few.body().toString()).contains("TOO_FEW_IN_FAVOUR");
    ObjectNode unshared = amendment("999999", year + 1);
    assertThat(proposes(transferee, "unshared", unshared).code()).isEqualTo("TERMS_FAULTY");
    ObjectNode unprintable = amendment("150000", year + 1).put("reason", "看\u202Eabc");
    assertThat(proposes(transferee, "unprintable", unprintable).status()).isEqualTo(422);
    ObjectNode fine = amendment("150000", year + 1);
    assertThat(proposes(cast.officer(), "officer", fine).code()).isEqualTo("CONTRACT_UNKNOWN");
    Callers.bidder().get(path + "/contract/versions").then().statusCode(404);
    assertThat(cast.auditor().sees(path + "/contract/versions")).hasSize(1);
  }

  @Test
  @Order(3)
  void one_is_drawn_and_withdrawn() {
    Amendment drawn =
        one(
            proposes(cast.transferor(), "first", amendment("200000", year + 1)).body(),
            Amendment.class);
    assertThat(drawn.state()).isEqualTo("ISSUED");
    assertThat(drawn.amends().from()).isEqualTo((year + 1) + "-01-01");
    assertThat(proposes(transferee, "other", amendment("150000", year + 1)).code())
        .isEqualTo("AMENDMENT_OPEN");
    assertThat(withdraws(cast.officer(), 2).code()).isEqualTo("CONTRACT_UNKNOWN");
    assertThat(withdraws(transferee, 1).code())
        .as("the contract itself")
        .isEqualTo("CONTRACT_UNKNOWN");
    decides(cast.transferor(), "transferorSignsAmendment", 2, "sign");
    Reply withdrawn = withdraws(transferee, 2);
    assertThat(one(withdrawn.body(), Amendment.class).state()).isEqualTo("ANNULLED");
  }

  @Test
  @Order(4)
  void one_is_declined() {
    proposes(cast.transferor(), "second", amendment("180000", year + 1));
    decides(transferee, "transfereeSignsAmendment", 3, "decline");
    assertThat(version(3).state()).isEqualTo("ANNULLED");
  }

  @Test
  @Order(5)
  void one_is_signed_and_sealed() {
    assertThat(proposes(transferee, "third", amendment("150000", year + 1)).status())
        .isEqualTo(201);
    ObjectNode nothing = JsonNodeFactory.instance.objectNode().put("certificate", "AAAA");
    assertThat(
            transferee.asks(path + "/contract/amendments/4/signature-drafts", "", nothing).code())
        .isEqualTo("CERTIFICATE_UNFIT");
    decides(transferee, "transfereeSignsAmendment", 4, "sign");
    decides(cast.transferor(), "transferorSignsAmendment", 4, "sign");
    awaited(
        cast.auditor(),
        path + "/contract/versions",
        Contract.class,
        all -> all.getLast().state().equals("EFFECTIVE"));
    assertThat(withdraws(transferee, 4).code()).isEqualTo("ALREADY_SIGNED");
    assertThat(one(cast.auditor().sees(path + "/contract"), Contract.class).contract())
        .as("the contract stays the contract")
        .endsWith("-V1");
  }

  @Test
  @Order(6)
  void the_first_year_is_shared() throws Exception {
    performance.sharesRevenue();
  }

  @Test
  @Order(7)
  void the_next_year_is_verified_and_shared() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("year", year + 1).put("evidence", "年度审计报告").set("revenue", money("800000.01"));
    Report told =
        one(transferee.does(path + "/revenue-reports", "amended-next-year", report), Report.class);
    ObjectNode receipt = JsonNodeFactory.instance.objectNode();
    receipt.put("reference", "amended-next-year").put("subAccount", told.subAccount());
    receipt.put("payer", "受让方").put("arrivedAt", told.reportedAt().toString());
    receipt.set("amount", money("800000.01"));
    ReceiptByHand.take(cast.officer(), cast.manager(), "amended-next-year-paid", receipt);
    counter.decides(cast.officer(), "reviewDistribution", "verify");
    counter.decides(cast.officer(), "verifyRevenue", "verified");
    counter.decides(cast.officer(), "reviewDistribution", "approve");
    counter.decides(cast.manager(), "confirmDistribution", "approve");
    cast.auditor().waitsFor(path + "/distributions", all -> all.size() == 3);
  }

  @Test
  @Order(8)
  void each_year_was_shared_by_its_version() {
    SharingTerms first = terms(cast.auditor().sees("/api/v1/listings/" + counter.trade()));
    SharingTerms second = TermsJson.read(amendment("150000", year + 1).path("terms").toString());
    List<Distribution> shared = all(market.publicly(path + "/distributions"), Distribution.class);

    assertThat(shared)
        .extracting(Distribution::termsHash)
        .containsExactly(TermsJson.hash(first), TermsJson.hash(first), TermsJson.hash(second));
    DistributionBasis left = StatementJson.read(statement(year)).left();
    assertThat(StatementJson.read(statement(year + 1)).parts())
        .isEqualTo(
            second
                .distribute(Income.REVENUE, StatementJson.read(statement(year + 1)).whole(), left)
                .parts());
    assertThat(shared.get(2).parts()).extracting(Part::payee).contains("ranger");
    assertThat(shared.get(1).parts()).extracting(Part::payee).doesNotContain("ranger");
  }

  @Test
  @Order(9)
  void the_papers_prove_it() {
    byte[] contract = cast.auditor().fetches(path + "/contract.pdf");
    byte[] amendment = cast.auditor().fetches(path + "/contract/versions/4/contract.pdf");
    byte[] withdrawn = cast.auditor().fetches(path + "/contract/versions/2/contract.pdf");
    byte[] first = statement(year).getBytes(StandardCharsets.UTF_8);
    byte[] second = statement(year + 1).getBytes(StandardCharsets.UTF_8);
    String paper = path + "/statements/REVENUE/%d/ranger/statement.pdf".formatted(year + 1);
    byte[] rangers = cast.auditor().fetches(paper);
    byte[] before =
        cast.auditor().fetches(path + "/statements/REVENUE/%d/fund/statement.pdf".formatted(year));

    assertThat(examined(contract, List.of(amendment, first, second)).verdict())
        .as("without seals they prove figures only")
        .isEqualTo(Verdict.UNPROVEN);
    assertThat(examined(contract, List.of(amendment, before, rangers)).verdict())
        .isEqualTo(Verdict.GENUINE);
    assertThat(examined(contract, List.of(first, second)).verdict()).isEqualTo(Verdict.FALSE);
    assertThat(examined(contract, List.of(withdrawn)).verdict()).isEqualTo(Verdict.FALSE);
    assertThat(examined(amendment, List.of()).lines().toString()).contains("请把原合同");
  }

  @Test
  @Order(10)
  void everybody_sees_the_versions() {
    Trade trade = one(market.publicly(path), Trade.class);
    assertThat(trade.contract().orElseThrow().amendments())
        .extracting(AmendmentInForce::fromYear)
        .containsExactly(year + 1);
    String page =
        given().get("/trades/" + counter.trade()).then().statusCode(200).extract().asString();
    assertThat(page).contains((year + 1) + "年度起适用", "-V4");
    assertThat(market.publicly("/api/v1/papers/" + counter.trade() + "-V4").path("kind").asText())
        .isEqualTo("AMENDMENT");
  }

  @Test
  @Order(11)
  void the_contract_is_read_in_english() {
    String copy = path + "/contract.pdf?language=en";
    byte[] paper = cast.auditor().fetches(copy);
    assertThat(new String(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(cast.auditor().fetches(copy)).as("what was issued stands").isEqualTo(paper);
    String number = counter.trade() + "-V1-EN";
    assertThat(market.publicly("/api/v1/papers/" + number).path("kind").asText())
        .isEqualTo("READING_COPY");
    assertThat(examined(paper, List.of()).verdict())
        .as("a translation is no contract")
        .isEqualTo(Verdict.FALSE);
    Callers.bidder().get(copy).then().statusCode(404);
    Callers.bidder().get(path + "/contract.pdf?language=fr").then().statusCode(422);
  }

  private static eco.exchange.contracts.proof.Report examined(byte[] paper, List<byte[]> files) {
    return eco.exchange.contracts.proof.Report.examine(
        ContractVerifier.trustingThePaper(), paper, files);
  }

  private String statement(int ofYear) {
    return new String(
        cast.auditor().fetches(path + "/distributions/REVENUE/" + ofYear), StandardCharsets.UTF_8);
  }

  private Contract version(int number) {
    return all(cast.auditor().sees(path + "/contract/versions"), Contract.class).stream()
        .filter(it -> it.contract().endsWith("-V" + number))
        .findFirst()
        .orElseThrow();
  }

  private Reply proposes(Participant member, String key, ObjectNode body) {
    return member.asks(path + "/contract/amendments", "amend-" + key, body);
  }

  private void decides(Participant member, String act, int number, String outcome) {
    counter.decides(member, act, counter.trade() + "-V" + number, outcome, Map.of());
  }

  private Reply withdraws(Participant member, int number) {
    return member.asks(
        path + "/contract/amendments/" + number + "/withdrawal",
        "",
        JsonNodeFactory.instance.objectNode());
  }

  /** More for the collectives from a year on, and something for a ranger. */
  private ObjectNode amendment(String ppm, int from) {
    ObjectNode terms =
        cast.auditor().sees("/api/v1/listings/" + counter.trade()).path("terms").deepCopy();
    ((ArrayNode) terms.path("payees"))
        .addObject()
        .put("key", "ranger")
        .put("name", "庙坪河护林管护专户")
        .put("principle", "WATERSHED");
    for (JsonNode waterfall : terms.path("waterfalls")) {
      if (waterfall.path("income").asText().equals("REVENUE")) {
        ArrayNode steps = (ArrayNode) waterfall.path("steps");
        ((ObjectNode) steps.get(3)).put("ppm", Integer.parseInt(ppm));
        steps.insertObject(4).put("step", "percent").put("payee", "ranger").put("ppm", 15_000);
      }
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("from", from + "-01-01").put("reason", "林下种植见效，成员要求提高村集体所得");
    body.set("terms", terms);
    LocalDate held = market.now().atZone(BEIJING).toLocalDate().minusDays(1);
    ObjectNode decision = body.putObject("decision").put("document", "庙坪河各村成员大会决议");
    decision.put("sha256", "5e".repeat(32));
    decision
        .putObject("vote")
        .put("announced", held.minusDays(12).toString())
        .put("held", held.toString())
        .put("members", 312)
        .put("present", 260)
        .put("inFavour", 231);
    return body;
  }

  private static SharingTerms terms(JsonNode listing) {
    return TermsJson.read(listing.path("terms").toString());
  }

  private static ObjectNode money(String yuan) {
    return JsonNodeFactory.instance.objectNode().put("amount", yuan).put("currency", "CNY");
  }
}
