package eco.exchange.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.ContractPerformance;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The price of Badong comes to a village, and from the village to its members, to the fen. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // the scenario begins with isSold
class PayingAVillageScenarios {

  private static final String OWN_PASSWORD = "Z2H8KD";

  private static final String NUMBERS = "62220200123400";

  /** Number, household, name, citizen number, account: of an illustrative village. */
  private static final List<String> VILLAGERS =
      List.of(
          "001 A01 张明 422823194912310025 6222020012340001",
          "002 A01 李秀英 422823195206140027 6222020012340002",
          "003 B07 𠮷田 42282319880101001X -");

  private final EverythingSaid said = EverythingSaid.listening();

  @Inject DataSource database;

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private Participant village;
  private Counter counter;
  private BankByHand bank;
  private String path;
  private String payee;

  @Test
  void members_are_paid_by_a_roster_that_was_shown_and_fixed_and_can_see_why() throws Exception {
    isSold();
    theVillageIsNamed();
    oneIsMissingOnTheFirstRoster();
    theSecondIsObjectedToInVain();
    everyMemberIsPaidOnce();
    theBankIsToldToPayThemAndRejectsOne();
    whatIsKeptIsPaidWhenTheAccountIsTold();
    whatHasComeBackIsPaidToTheCorrectedAccount();
    noNumberIsSaidToAnybodyButTheBank();
    theVillageReadsItsAccount();
    aRosterOfLaterChangesNothing();
    theOperatorReportsNothingAndEverybodySees();
    itsRevenueComesLateAndTheVillageHasThePenaltyToo();
    JsonNode books = cast.auditor().sees("/api/v1/books");
    assertThat(books.path("mistaken")).isEmpty();
  }

  private void isSold() throws Exception {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named("village", TradeFacts.badong());
    TradeWalk walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.comesToAward();
    ContractPerformance performance = walk.performance(cast, sale);
    performance.isContracted();
    performance.isPaid();
    counter = new Counter(sale.trade());
    bank = new BankByHand(cast.officer());
    path = "/api/v1/trades/" + sale.trade();
    payee = path + "/payees/villagers";
    ObjectNode collective = JsonNodeFactory.instance.objectNode();
    collective.put("login", "miaopinghe").put("name", "庙坪河村股份经济合作社(示例)");
    village = market.village(collective.put("number", "N2422823MA4DEM0885"));
  }

  private void theVillageIsNamed() {
    assertThat(asks(village, payee + "/rosters", "early", roster(VILLAGERS)).code())
        .isEqualTo("COLLECTIVE_UNNAMED");
    ObjectNode party = JsonNodeFactory.instance.objectNode();
    party.put("party", village.sees("/api/v1/me").at("/party/party").asText());
    assertThat(asks(village, payee + "/collective", "not-mine", party).status()).isEqualTo(403);
    for (String key : List.of("villagers", "collective")) {
      cast.officer().does(path + "/payees/" + key + "/collective", "named-" + key, party);
    }
    assertThat(asks(cast.officer(), path + "/payees/investor/collective", "no", party).code())
        .isEqualTo("PAYEE_UNKNOWN");
    assertThat(account().at("/outstanding/amount").asText())
        .as("what the price gives to the members waits")
        .isEqualTo("837200.00");
  }

  private void oneIsMissingOnTheFirstRoster() {
    JsonNode twice = roster(List.of(VILLAGERS.get(0), VILLAGERS.get(0).replace("001", "009")));
    assertThat(asks(village, payee + "/rosters", "twice", twice).code()).isEqualTo("MEMBER_TWICE");
    JsonNode wrong = roster(List.of(VILLAGERS.get(0).replace("0025", "0026")));
    assertThat(asks(village, payee + "/rosters", "wrong", wrong).status()).isEqualTo(422);
    JsonNode anothers = roster(VILLAGERS);
    ((ObjectNode) anothers.at("/members/0/account")).put("holder", "𠮷田");
    assertThat(asks(village, payee + "/rosters", "anothers", anothers).status())
        .as("the account is of another household")
        .isEqualTo(422);
    JsonNode shared =
        roster(List.of(VILLAGERS.get(0), VILLAGERS.get(2).replace("-", "6222020012340001")));
    assertThat(asks(village, payee + "/rosters", "shared", shared).code())
        .isEqualTo("ACCOUNT_SHARED");
    JsonNode first = roster(VILLAGERS.subList(0, 2));
    JsonNode shown = village.does(payee + "/rosters", "first", first);
    assertThat(shown.path("state").asText("SHOWN")).isEqualTo("SHOWN");
    assertThat(asks(village, payee + "/rosters", "other", roster(VILLAGERS)).code())
        .isEqualTo("ROSTER_SHOWN");
    ObjectNode missing = JsonNodeFactory.instance.objectNode();
    missing.put("kind", "MISSING").put("words", "第三户应列入");
    cast.officer().does(payee + "/rosters/1/objections", "missing", missing);
    counter.decides(village, "answerObjection", "accept");
    assertThat(counter.isAsked(cast.officer(), "ruleOnObjection"))
        .as("who wrote it down does not rule; the task is there for another officer")
        .isTrue();
    Reply own = counter.asks(cast.officer(), "ruleOnObjection", "", "uphold", Map.of());
    assertThat(own.code()).isEqualTo("FOUR_EYES");
    counter.decides(market.officer("second-officer"), "ruleOnObjection", "uphold");
    cast.auditor().waitsFor(payee + "/rosters", all -> all.at("/0/end/isFixed").isBoolean());
    assertThat(market.publicly(payee + "/rosters").at("/0/end/isFixed").asBoolean()).isFalse();
  }

  private void theSecondIsObjectedToInVain() throws Exception {
    JsonNode shown = village.does(payee + "/rosters", "second", roster(VILLAGERS));
    theHashCanBeComputed(shown);
    String list = market.publicly(payee + "/rosters/2/members").toString();
    assertThat(list).contains("张*", "李**", "𠮷*").doesNotContain("张明", "1949", "6222");
    ObjectNode objection = JsonNodeFactory.instance.objectNode();
    objection.put("code", code("001")).put("kind", "WRONG_STANDING").put("words", "应为两户");
    assertThat(publicly("/api/v1/villagers/objections", objection).status()).isEqualTo(201);
    objection.put("code", OWN_PASSWORD);
    assertThat(publicly("/api/v1/villagers/objections", objection).status()).isEqualTo(404);
    market.moveTo(Instant.parse(shown.path("objectionsEndAt").asText()).plusSeconds(1));
    counter.decides(cast.officer(), "reviewRoster", "approve");
    assertThat(counter.asks(cast.manager(), "confirmRoster", "", "approve", Map.of()).code())
        .isEqualTo("OBJECTION_OPEN");
    counter.decides(village, "answerObjection", "reject");
    counter.decides(cast.officer(), "ruleOnObjection", "dismiss");
    counter.decides(cast.manager(), "confirmRoster", "approve");
  }

  /** Anybody computes it from the public lines alone. */
  private void theHashCanBeComputed(JsonNode roster) throws Exception {
    String head =
        String.join(
            "|",
            "roster/1",
            roster.at("/id/contract").asText(),
            "villagers",
            roster.path("rule").asText(),
            roster.path("recordDate").asText(),
            roster.path("resolution").asText());
    String lines =
        each(market.publicly(payee + "/rosters/2/members"))
            .map(
                line ->
                    String.join(
                        "|",
                        line.path("number").asText(),
                        line.path("household").asText(),
                        line.path("shares").asText(),
                        line.path("shown").asText(),
                        line.path("mark").asText()))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    byte[] text = (head + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
        .isEqualTo(roster.path("hash").asText());
  }

  // 1,840,000 yuan: 65 % to the village, of that 70 % to the members: 837,200 among three.
  private void everyMemberIsPaidOnce() {
    JsonNode made = cast.auditor().waitsFor(payee + "/allotments", all -> all.size() == 1).get(0);
    assertThat(each(made.path("parts")).map(part -> part.at("/amount/amount").asText()))
        .containsExactly("279066.67", "279066.67", "279066.66");
    assertThat(made.path("rosterHash"))
        .isEqualTo(market.publicly(payee + "/rosters").at("/1/hash"));
    assertThat(market.publicly(payee + "/allotments").path("status").asInt()).isEqualTo(401);
    JsonNode kept = village.sees(payee + "/held");
    assertThat(kept).hasSize(1);
    assertThat(kept.at("/0/shown").asText()).isEqualTo("𠮷*");
    assertThat(kept.at("/0/amount/amount").asText()).isEqualTo("279066.66");
    JsonNode mine = statement("002");
    assertThat(mine.path("shown").asText()).isEqualTo("李**");
    assertThat(mine.at("/lines/0/amount/amount").asText()).isEqualTo("279066.67");
    assertThat(mine.at("/lines/0/weights").asInt()).isEqualTo(3);
    assertThat(mine.at("/lines/0/orderedAt").asText()).isNotEmpty();
    assertThat(statement("003").at("/lines/0").hasNonNull("orderedAt")).isFalse();
    JsonNode nobody = JsonNodeFactory.instance.objectNode().put("code", "K7MP-2Q9X-K7MP-2Q9X");
    assertThat(publicly("/api/v1/villagers/statement", nobody).status()).isEqualTo(404);
  }

  private void theBankIsToldToPayThemAndRejectsOne() {
    PaymentFile file = theFileOfTheMembers();
    assertThat(file.payments())
        .filteredOn(payment -> payment.to().number().startsWith(NUMBERS))
        .extracting(payment -> payment.to().holder() + " " + payment.to().number())
        .containsExactly("张明 6222020012340001", "李秀英 6222020012340002");
    bank.rejects(file, paymentTo(file, "6222020012340001"), "AC01 账号有误");
    bank.pays(file, paymentTo(file, "6222020012340002"));
    JsonNode payments = village.sees(payee + "/payments");
    assertThat(
            each(payments)
                .map(it -> it.at("/to/number").asText() + " " + it.path("state").asText()))
        .containsExactly("****0001 CAME_BACK", "****0002 PAID");
    assertThat(payments.at("/0/to/holder").asText()).isEqualTo("张*");
    JsonNode kept = village.sees(payee + "/held");
    assertThat(
            each(kept)
                .map(it -> it.path("member").asText() + " " + it.at("/cameBack/amount").asText()))
        .containsExactly("001 279066.67", "003 0.00");
    assertThat(statement("001").at("/held/amount").asText()).isEqualTo("279066.67");
  }

  private void whatIsKeptIsPaidWhenTheAccountIsTold() {
    ObjectNode account = account("6222020012340003");
    String third = payee + "/members/003/account";
    assertThat(asks(cast.transferor(), third, "thief", account).status()).isEqualTo(403);
    assertThat(asks(anotherVillage(), third, "neighbour", account).code())
        .isEqualTo("NOT_THE_COLLECTIVE");
    assertThat(
            asks(village, third, "clerk", account("6222020012340003").put("holder", "王会计"))
                .status())
        .as("a clerk does not collect for a villager")
        .isEqualTo(422);
    assertThat(asks(village, third, "family", account("6222020012340002")).code())
        .isEqualTo("ACCOUNT_OF_ANOTHER");
    assertThat(asks(village, third, "short", account("1234")).status()).isEqualTo(422);
    JsonNode told = village.does(third, "account", account);
    assertThat(told.at("/account/number").asText()).isEqualTo("****0003");
    assertThat(told.at("/account/holder").asText()).isEqualTo("𠮷*");
    assertThat(village.does(third, "again", account)).isEqualTo(told);
    assertThat(each(village.sees(payee + "/held")).map(it -> it.path("member").asText()))
        .containsExactly("001");
    String nobody = payee + "/members/099/account";
    assertThat(asks(village, nobody, "nobody", account).code()).isEqualTo("MEMBER_UNKNOWN");
  }

  private void whatHasComeBackIsPaidToTheCorrectedAccount() {
    assertThat(theFileOfTheMembers().payments()).extracting(it -> it.to().holder()).contains("𠮷田");
    village.does(
        payee + "/members/001/account",
        "corrected",
        account("6222020012340011").put("holder", "李秀英"));
    PaymentFile file = theFileOfTheMembers();
    Payment anew = paymentTo(file, "6222020012340011");
    assertThat(anew.to().holder()).as("the account of his wife").isEqualTo("李秀英");
    assertThat(anew.amount()).isEqualTo(Money.yuan("279066.67"));
    bank.pays(file, anew);
    assertThat(bank.collects()).as("nothing is left to be paid").noneMatch(this::isOfMembers);
    assertThat(village.sees(payee + "/held")).isEmpty();
    assertThat(each(village.sees(payee + "/payments")).map(it -> it.path("state").asText()))
        .containsExactly("CAME_BACK", "PAID", "SENT", "PAID");
  }

  private void noNumberIsSaidToAnybodyButTheBank() throws Exception {
    Map<String, String> things =
        Map.of(
            "trade", counter.trade(),
            "payee", "villagers",
            "version", "2",
            "village", village.sees("/api/v1/me").at("/party/party").asText(),
            "income", "PRICE",
            "year", "0",
            "occasion", "PRICE");
    for (String login : List.of("miaopinghe", "officer", "manager", "auditor", "supervisor")) {
      EverythingSaid.isNotAnswered(NUMBERS, login, things);
    }
    assertThat(EverythingSaid.tablesWith("****0001", database))
        .as("what is looked for is found")
        .contains("settlement.person_account", "settlement.payment_line");
    assertThat(EverythingSaid.tablesWith(NUMBERS, database)).isEmpty();
    said.isNotInTheLog(NUMBERS);
  }

  private PaymentFile theFileOfTheMembers() {
    PaymentFile file = bank.collects().stream().filter(this::isOfMembers).findFirst().orElseThrow();
    assertThat(bank.text(file)).contains(NUMBERS);
    return file;
  }

  private boolean isOfMembers(PaymentFile file) {
    return file.payments().stream().anyMatch(it -> it.to().number().startsWith(NUMBERS));
  }

  private static Payment paymentTo(PaymentFile file, String number) {
    return file.payments().stream()
        .filter(payment -> payment.to().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode account(String number) {
    return JsonNodeFactory.instance.objectNode().put("number", number).put("bank", "402526000018");
  }

  private Participant anotherVillage() {
    ObjectNode collective = JsonNodeFactory.instance.objectNode();
    collective.put("login", "neighbours").put("name", "邻村股份经济合作社(示例)");
    return market.village(collective.put("number", "N2422823MA4DEM109M"));
  }

  private void theVillageReadsItsAccount() {
    JsonNode account = account();
    assertThat(account.at("/due/amount").asText()).isEqualTo("1196000.00");
    assertThat(account.at("/received/amount").asText()).isEqualTo("1196000.00");
    assertThat(account.at("/late/amount").asText()).isEqualTo("0.00");
    String address = "/villages/" + account.at("/collective/id").asText();
    given().get("/villages").then().statusCode(200);
    String page = text(address);
    assertThat(page).contains("本村应得与实收", "837,200.00", "按人口").doesNotContain("张明", NUMBERS);
    assertThat(text("/api/v1" + address + "/account.csv")).contains("应得（元）", "837200.00");
    String mine =
        given()
            .formParam("code", code("003").toLowerCase(Locale.ROOT).replace("-", " "))
            .post("/my-share")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store, private")
            .extract()
            .asString();
    assertThat(mine).contains("279,066.66", "按人口，共 3 人").doesNotContain("6222");
    given().formParam("code", "<b>").post("/my-share").then().statusCode(200);
  }

  private void aRosterOfLaterChangesNothing() {
    JsonNode before = cast.auditor().sees(payee + "/allotments");
    JsonNode third = village.does(payee + "/rosters", "third", roster(VILLAGERS.subList(0, 1)));
    market.moveTo(Instant.parse(third.path("objectionsEndAt").asText()).plusSeconds(1));
    counter.decides(cast.officer(), "reviewRoster", "approve");
    counter.decides(cast.manager(), "confirmRoster", "approve");
    cast.auditor().waitsFor(payee + "/rosters", all -> all.at("/2/end/isFixed").asBoolean());
    assertThat(cast.auditor().sees(payee + "/allotments")).isEqualTo(before);
    Money sum =
        each(before.at("/0/parts"))
            .map(part -> Money.yuan(part.at("/amount/amount").asText()))
            .reduce(Money.ZERO, Money::plus);
    assertThat(sum).isEqualTo(Money.yuan("837200.00"));
  }

  private void theOperatorReportsNothingAndEverybodySees() {
    assertThat(market.publicly(path + "/revenue-defaults")).isEmpty();
    String effectiveAt = cast.auditor().sees(path + "/contract").path("effectiveAt").asText();
    int year = Instant.parse(effectiveAt).atZone(ZoneId.of("Asia/Shanghai")).getYear();
    market.moveTo(Instant.parse((year + 1) + "-04-01T01:00:00Z"));
    counter.decides(cast.officer(), "proposeBreach", "breach");
    counter.decides(cast.manager(), "confirmBreach", "wait");
    counter.decides(cast.officer(), "proposeBreach", "breach");
    counter.decides(cast.manager(), "confirmBreach", "breach");
    cast.auditor().waitsFor(path + "/revenue-defaults", all -> all.size() == 3);
    assertThat(
            each(market.publicly(path + "/revenue-defaults")).map(it -> it.path("step").asText()))
        .containsExactlyInAnyOrder("REMINDED", "OVERDUE", "BREACH");
    String party = village.sees("/api/v1/me").at("/party/party").asText();
    assertThat(text("/villages/" + party)).contains("经营方欠报欠缴", "已认定违约");
  }

  private void itsRevenueComesLateAndTheVillageHasThePenaltyToo() {
    Participant operator = cast.bidder(sale.winner());
    int year = market.now().atZone(ZoneId.of("Asia/Shanghai")).getYear();
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("evidence", "年度审计报告").set("revenue", money("10000.00"));
    assertThat(
            asks(operator, path + "/revenue-reports", "ahead", report.put("year", year + 1)).code())
        .isEqualTo("YEAR_NOT_BEGUN");
    assertThat(operator.sees(path + "/penalty-accounts")).isEmpty();
    report.put("year", year - 1);
    operator.does(path + "/revenue-reports", "village-mistyped", report);
    report.set("revenue", money("100000.00"));
    JsonNode told = operator.does(path + "/revenue-reports", "village-late", report);
    assertThat(each(cast.auditor().sees(path + "/revenue-reports")).map(it -> it.path("edition")))
        .extracting(JsonNode::asInt)
        .endsWith(1, 2);
    isPaid("late", told.path("subAccount"), "100000.00");
    theWholeYearIsShared(year - 1);
    JsonNode owed = operator.sees(path + "/penalty-accounts").get(0);
    String penalty = owed.at("/expected/amount").asText();
    assertThat(Money.yuan(penalty)).as("thirty yuan a day").isGreaterThan(Money.yuan("1500"));
    isPaid("penalty", owed.path("number"), penalty);
    JsonNode made = cast.auditor().waitsFor(payee + "/allotments", all -> all.size() == 3).get(2);
    assertThat(made.path("income").asText() + made.path("occasion").asText())
        .isEqualTo("PENALTY" + (year - 1));
    String party = village.sees("/api/v1/me").at("/party/party").asText();
    assertThat(text("/villages/" + party)).contains((year - 1) + "年度违约金");
  }

  private void theWholeYearIsShared(int year) {
    String runs = "/api/v1/years/" + year + "/distribution-runs";
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    cast.officer().waitsFor(path + "/tasks?limit=200", it -> it.toString().contains("初审"));
    JsonNode run = cast.officer().does(runs, "", nothing);
    assertThat(run.path("state").asText("PROPOSED")).isEqualTo("PROPOSED");
    assertThat(asks(cast.manager(), runs, "run", nothing).status()).isEqualTo(403);
    Counter.everywhere()
        .decides(
            cast.manager(),
            "confirmYearDistribution",
            run.path("run").asText(),
            "approve",
            Map.of());
    JsonNode ended = cast.auditor().waitsFor(runs, all -> all.at("/0/endedAt").isTextual()).get(0);
    assertThat(ended.path("shared").asInt()).isPositive();
    assertThat(
            cast.auditor().sees(runs + "/" + run.path("run").asText() + "/left-out").path("items"))
        .isEmpty();
    assertThat(counter.isAsked(cast.officer(), "reviewDistribution"))
        .as("nobody need look at it by itself any more")
        .isFalse();
  }

  private void isPaid(String reference, JsonNode subAccount, String amount) {
    ObjectNode receipt = JsonNodeFactory.instance.objectNode();
    receipt.put("reference", "village-" + reference).put("subAccount", subAccount.asText());
    receipt.put("payer", "受让方").put("arrivedAt", market.now().toString());
    receipt.set("amount", money(amount));
    cast.officer().does("/api/v1/receipts", "village-paid-" + reference, receipt);
  }

  private static ObjectNode money(String amount) {
    return JsonNodeFactory.instance.objectNode().put("amount", amount).put("currency", "CNY");
  }

  private JsonNode account() {
    String party = village.sees("/api/v1/me").at("/party/party").asText();
    assertThat(market.publicly("/api/v1/villages").toString()).contains(party);
    return market.publicly("/api/v1/villages/" + party);
  }

  private JsonNode statement(String member) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("code", code(member));
    Reply reply = publicly("/api/v1/villagers/statement", question);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    return reply.body();
  }

  private String code(String member) {
    return each(village.sees(payee + "/rosters/2/slips"))
        .filter(slip -> slip.path("number").asText().equals(member))
        .map(slip -> slip.path("code").asText())
        .findFirst()
        .orElseThrow();
  }

  private static Reply publicly(String address, JsonNode body) {
    return new RestAssuredHttp().send("POST", address, Map.of(), body);
  }

  private static String text(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  private static Reply asks(Participant member, String address, String key, JsonNode body) {
    return member.asks(address, "village-" + key, body);
  }

  private static ObjectNode roster(List<String> villagers) {
    ObjectNode roster = JsonNodeFactory.instance.objectNode();
    roster
        .put("rule", "PER_HEAD")
        .put("recordDate", "2026-11-01")
        .put("resolution", "成员大会决议〔2026〕3号");
    ArrayNode members = roster.putArray("members");
    for (String line : villagers) {
      String[] told = line.split(" ");
      ObjectNode member = members.addObject().put("number", told[0]).put("household", told[1]);
      member.put("name", told[2]).put("citizenNumber", told[3]);
      if (!told[4].equals("-")) {
        member.set("account", account(told[4]));
      }
    }
    return roster;
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
