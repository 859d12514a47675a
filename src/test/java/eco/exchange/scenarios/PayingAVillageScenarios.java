package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.awaited;
import static eco.exchange.scenarios.Replies.one;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.ContractPerformance;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.ReceiptByHand;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.money.Money;
import eco.exchange.scenarios.Replies.Allotment;
import eco.exchange.scenarios.Replies.Books;
import eco.exchange.scenarios.Replies.Contract;
import eco.exchange.scenarios.Replies.Default;
import eco.exchange.scenarios.Replies.Held;
import eco.exchange.scenarios.Replies.MaskedAccount;
import eco.exchange.scenarios.Replies.MemberPayment;
import eco.exchange.scenarios.Replies.MemberStatement;
import eco.exchange.scenarios.Replies.Penalty;
import eco.exchange.scenarios.Replies.PublicMember;
import eco.exchange.scenarios.Replies.Report;
import eco.exchange.scenarios.Replies.Roster;
import eco.exchange.scenarios.Replies.Run;
import eco.exchange.scenarios.Replies.ToldAccount;
import eco.exchange.scenarios.Replies.VillageAccount;
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
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The price of Badong comes to a village, and from the village to its members, to the fen. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first step makes them
class PayingAVillageScenarios {

  private static final String OWN_PASSWORD = "Z2H8KD";

  private static final String NUMBERS = "62220200123400";

  /** An illustrative village: a couple, and one who has told no account. */
  private static final Villager MING =
      new Villager("001", "A01", "张明", "422823194912310025", Optional.of("6222020012340001"));

  private static final Villager XIUYING =
      new Villager("002", "A01", "李秀英", "422823195206140027", Optional.of("6222020012340002"));
  private static final Villager TIAN =
      new Villager("003", "B07", "𠮷田", "42282319880101001X", Optional.empty());
  private static final List<Villager> VILLAGERS = List.of(MING, XIUYING, TIAN);

  private final EverythingSaid said = EverythingSaid.listening();

  @Inject DataSource database;

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private Participant village;
  private VillageView seen;
  private Counter counter;
  private BankByHand bank;
  private String path;
  private String payee;

  @Test
  @Order(1)
  void the_right_is_sold() throws Exception {
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
    seen = new VillageView(market, village, cast.auditor(), payee);
  }

  @Test
  @Order(2)
  void the_village_is_named() {
    assertThat(asks(village, payee + "/rosters", "early", Villager.roster(VILLAGERS)).code())
        .isEqualTo("COLLECTIVE_UNNAMED");
    ObjectNode party = JsonNodeFactory.instance.objectNode();
    party.put("party", seen.party()).put("reason", "组织登记证");
    assertThat(asks(village, payee + "/collective", "not-mine", party).status()).isEqualTo(403);
    for (String key : List.of("villagers", "collective")) {
      cast.officer().does(path + "/payees/" + key + "/collective", "named-" + key, party);
      assertThat(counter.isAsked(cast.officer(), "confirmCollective"))
          .as("who has named it does not confirm it")
          .isFalse();
      counter.decides(cast.manager(), "confirmCollective", "approve");
      cast.auditor()
          .waitsFor(path + "/payees/" + key + "/collective", named -> named.has("confirmedBy"));
    }
    assertThat(asks(cast.officer(), path + "/payees/investor/collective", "no", party).code())
        .isEqualTo("PAYEE_UNKNOWN");
    assertThat(seen.account().outstanding())
        .as("what the price gives to the members waits")
        .isEqualTo(Money.yuan("837200.00"));
  }

  @Test
  @Order(3)
  void one_is_missing_on_the_first_roster() {
    JsonNode twice = Villager.roster(List.of(MING, MING.withNumber("009")));
    assertThat(asks(village, payee + "/rosters", "twice", twice).code()).isEqualTo("MEMBER_TWICE");
    JsonNode wrong = Villager.roster(List.of(MING.withCitizenNumber("422823194912310026")));
    assertThat(asks(village, payee + "/rosters", "wrong", wrong).status()).isEqualTo(422);
    JsonNode anothers = Villager.roster(VILLAGERS);
    ((ObjectNode) anothers.at("/members/0/account")).put("holder", "𠮷田");
    assertThat(asks(village, payee + "/rosters", "anothers", anothers).status())
        .as("the account is of another household")
        .isEqualTo(422);
    JsonNode shared = Villager.roster(List.of(MING, TIAN.withAccount("6222020012340001")));
    assertThat(asks(village, payee + "/rosters", "shared", shared).code())
        .isEqualTo("ACCOUNT_SHARED");
    JsonNode first = Villager.roster(List.of(MING, XIUYING));
    Roster shown = one(village.does(payee + "/rosters", "first", first), Roster.class);
    assertThat(shown.isDecided()).as("it is shown, and people may object").isFalse();
    assertThat(shown.state().orElse("SHOWN")).isEqualTo("SHOWN");
    assertThat(asks(village, payee + "/rosters", "other", Villager.roster(VILLAGERS)).code())
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
    awaited(cast.auditor(), payee + "/rosters", Roster.class, all -> all.getFirst().isDecided());
    assertThat(seen.rosters().getFirst().isFixed()).isFalse();
  }

  @Test
  @Order(4)
  void the_second_is_objected_to_in_vain() throws Exception {
    Roster shown =
        one(village.does(payee + "/rosters", "second", Villager.roster(VILLAGERS)), Roster.class);
    theHashCanBeComputed(shown);
    String list = market.publicly(payee + "/rosters/2/members").toString();
    assertThat(list).contains("张*", "李**", "𠮷*").doesNotContain("张明", "1949", "6222");
    ObjectNode objection = JsonNodeFactory.instance.objectNode();
    objection.put("code", seen.code(MING)).put("kind", "WRONG_STANDING").put("words", "应为两户");
    assertThat(VillageView.publicly("/api/v1/villagers/objections", objection).status())
        .isEqualTo(201);
    objection.put("code", OWN_PASSWORD);
    assertThat(VillageView.publicly("/api/v1/villagers/objections", objection).status())
        .isEqualTo(404);
    market.moveTo(shown.objectionsEndAt().plusSeconds(1));
    counter.decides(cast.officer(), "reviewRoster", "approve");
    assertThat(counter.asks(cast.manager(), "confirmRoster", "", "approve", Map.of()).code())
        .isEqualTo("OBJECTION_OPEN");
    counter.decides(village, "answerObjection", "reject");
    counter.decides(cast.officer(), "ruleOnObjection", "dismiss");
    counter.decides(cast.manager(), "confirmRoster", "approve");
  }

  /** Anybody computes it from the public lines alone. */
  private void theHashCanBeComputed(Roster roster) throws Exception {
    String head =
        String.join(
            "|",
            "roster/1",
            roster.id().contract(),
            "villagers",
            roster.rule(),
            roster.recordDate(),
            roster.resolution());
    String lines =
        all(market.publicly(payee + "/rosters/2/members"), PublicMember.class).stream()
            .map(it -> List.of(it.number(), it.household(), it.shares(), it.shown(), it.mark()))
            .map(line -> String.join("|", line) + "\n")
            .collect(Collectors.joining());
    byte[] text = (head + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
        .isEqualTo(roster.hash());
  }

  // 1,840,000 yuan: 65 % to the village, of that 70 % to the members: 837,200 among three.
  @Test
  @Order(5)
  void every_member_is_paid_once() {
    Allotment made = seen.allotments(1).getFirst();
    assertThat(made.amounts())
        .containsExactly(Money.yuan("279066.67"), Money.yuan("279066.67"), Money.yuan("279066.66"));
    assertThat(made.rosterHash()).isEqualTo(seen.rosters().get(1).hash());
    assertThat(market.publicly(payee + "/allotments").path("status").asInt()).isEqualTo(401);
    assertThat(seen.held())
        .extracting(Held::shown, Held::amount)
        .containsExactly(tuple("𠮷*", Money.yuan("279066.66")));
    MemberStatement mine = seen.statement(XIUYING);
    assertThat(mine.shown()).isEqualTo("李**");
    assertThat(mine.lines().getFirst().amount()).isEqualTo(Money.yuan("279066.67"));
    assertThat(mine.lines().getFirst().weights()).isEqualTo(3);
    assertThat(mine.lines().getFirst().orderedAt()).isPresent();
    assertThat(seen.statement(TIAN).lines().getFirst().orderedAt()).isEmpty();
    JsonNode nobody = JsonNodeFactory.instance.objectNode().put("code", "K7MP-2Q9X-K7MP-2Q9X");
    assertThat(VillageView.publicly("/api/v1/villagers/statement", nobody).status()).isEqualTo(404);
  }

  @Test
  @Order(6)
  void the_bank_is_told_to_pay_them_and_rejects_one() {
    PaymentFile file = theFileOfTheMembers();
    assertThat(file.payments())
        .filteredOn(payment -> payment.to().number().startsWith(NUMBERS))
        .extracting(payment -> payment.to().holder() + " " + payment.to().number())
        .containsExactly("张明 6222020012340001", "李秀英 6222020012340002");
    bank.rejects(file, paymentTo(file, "6222020012340001"), "AC01 账号有误");
    bank.pays(file, paymentTo(file, "6222020012340002"));
    List<MemberPayment> payments = seen.payments();
    assertThat(payments)
        .extracting(it -> it.to().number(), MemberPayment::state)
        .containsExactly(tuple("****0001", "CAME_BACK"), tuple("****0002", "PAID"));
    assertThat(payments.getFirst().to().holder()).isEqualTo("张*");
    assertThat(seen.held())
        .extracting(Held::member, Held::cameBack)
        .containsExactly(
            tuple(MING.number(), Money.yuan("279066.67")), tuple(TIAN.number(), Money.ZERO));
    assertThat(seen.statement(MING).held()).isEqualTo(Money.yuan("279066.67"));
  }

  @Test
  @Order(7)
  void what_is_kept_is_paid_when_the_account_is_told() {
    ObjectNode account = Villager.accountOf("6222020012340003");
    String third = payee + "/members/003/account";
    assertThat(asks(cast.transferor(), third, "thief", account).status()).isEqualTo(403);
    assertThat(asks(anotherVillage(), third, "neighbour", account).code())
        .isEqualTo("NOT_THE_COLLECTIVE");
    assertThat(
            asks(
                    village,
                    third,
                    "clerk",
                    Villager.accountOf("6222020012340003").put("holder", "王会计"))
                .status())
        .as("a clerk does not collect for a villager")
        .isEqualTo(422);
    assertThat(asks(village, third, "family", Villager.accountOf("6222020012340002")).code())
        .isEqualTo("ACCOUNT_OF_ANOTHER");
    assertThat(asks(village, third, "short", Villager.accountOf("1234")).status()).isEqualTo(422);
    JsonNode told = village.does(third, "account", account);
    MaskedAccount shown = one(told, ToldAccount.class).account();
    assertThat(shown.number()).isEqualTo("****0003");
    assertThat(shown.holder()).isEqualTo("𠮷*");
    assertThat(village.does(third, "again", account)).isEqualTo(told);
    assertThat(seen.held()).extracting(Held::member).containsExactly(MING.number());
    String nobody = payee + "/members/099/account";
    assertThat(asks(village, nobody, "nobody", account).code()).isEqualTo("MEMBER_UNKNOWN");
  }

  @Test
  @Order(8)
  void what_has_come_back_is_paid_to_the_corrected_account() {
    assertThat(theFileOfTheMembers().payments()).extracting(it -> it.to().holder()).contains("𠮷田");
    village.does(
        payee + "/members/001/account",
        "corrected",
        Villager.accountOf("6222020012340011").put("holder", "李秀英"));
    PaymentFile file = theFileOfTheMembers();
    Payment anew = paymentTo(file, "6222020012340011");
    assertThat(anew.to().holder()).as("the account of his wife").isEqualTo("李秀英");
    assertThat(anew.amount()).isEqualTo(Money.yuan("279066.67"));
    bank.pays(file, anew);
    assertThat(bank.collects()).as("nothing is left to be paid").noneMatch(this::isOfMembers);
    assertThat(seen.held()).isEmpty();
    assertThat(seen.payments())
        .extracting(MemberPayment::state)
        .containsExactly("CAME_BACK", "PAID", "SENT", "PAID");
  }

  @Test
  @Order(9)
  void no_number_is_said_to_anybody_but_the_bank() throws Exception {
    Map<String, String> things =
        Map.of(
            "trade", counter.trade(),
            "payee", "villagers",
            "version", "2",
            "village", seen.party(),
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

  private Participant anotherVillage() {
    ObjectNode collective = JsonNodeFactory.instance.objectNode();
    collective.put("login", "neighbours").put("name", "邻村股份经济合作社(示例)");
    return market.village(collective.put("number", "N2422823MA4DEM109M"));
  }

  @Test
  @Order(10)
  void the_village_reads_its_account() {
    VillageAccount account = seen.account();
    assertThat(account.due()).isEqualTo(Money.yuan("1196000.00"));
    assertThat(account.received()).isEqualTo(Money.yuan("1196000.00"));
    assertThat(account.late()).isEqualTo(Money.ZERO);
    String address = "/villages/" + account.collective().id();
    given().get("/villages").then().statusCode(200);
    String page = text(address);
    assertThat(page).contains("本村应得与实收", "837,200.00", "按人口").doesNotContain("张明", NUMBERS);
    assertThat(text("/api/v1" + address + "/account.csv")).contains("应得（元）", "837200.00");
    String mine =
        given()
            .formParam("code", seen.code(TIAN).toLowerCase(Locale.ROOT).replace("-", " "))
            .post("/my-share")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store, private")
            .extract()
            .asString();
    assertThat(mine).contains("279,066.66", "按人口，共 3 人").doesNotContain("6222");
    given().formParam("code", "<b>").post("/my-share").then().statusCode(200);
  }

  @Test
  @Order(11)
  void a_roster_of_later_changes_nothing() {
    JsonNode before = cast.auditor().sees(payee + "/allotments");
    Roster third =
        one(
            village.does(payee + "/rosters", "third", Villager.roster(List.of(MING))),
            Roster.class);
    market.moveTo(third.objectionsEndAt().plusSeconds(1));
    counter.decides(cast.officer(), "reviewRoster", "approve");
    counter.decides(cast.manager(), "confirmRoster", "approve");
    awaited(
        cast.auditor(),
        payee + "/rosters",
        Roster.class,
        all -> all.size() == 3 && all.getLast().isFixed());
    assertThat(cast.auditor().sees(payee + "/allotments")).isEqualTo(before);
    Money sum = seen.allotments(1).getFirst().amounts().stream().reduce(Money.ZERO, Money::plus);
    assertThat(sum).isEqualTo(Money.yuan("837200.00"));
  }

  @Test
  @Order(12)
  void the_operator_reports_nothing_and_everybody_sees() {
    assertThat(market.publicly(path + "/revenue-defaults")).isEmpty();
    Contract contract = one(cast.auditor().sees(path + "/contract"), Contract.class);
    int year = yearOf(contract.effectiveAt().orElseThrow());
    market.moveTo(Instant.parse((year + 1) + "-04-01T01:00:00Z"));
    counter.decides(cast.officer(), "proposeBreach", "breach");
    counter.decides(cast.manager(), "confirmBreach", "wait");
    counter.decides(cast.officer(), "proposeBreach", "breach");
    counter.decides(cast.manager(), "confirmBreach", "breach");
    cast.auditor().waitsFor(path + "/revenue-defaults", all -> all.size() == 3);
    assertThat(all(market.publicly(path + "/revenue-defaults"), Default.class))
        .extracting(Default::step)
        .containsExactlyInAnyOrder("REMINDED", "OVERDUE", "BREACH");
    assertThat(text("/villages/" + seen.party())).contains("经营方欠报欠缴", "已认定违约");
  }

  @Test
  @Order(13)
  void its_revenue_comes_late_and_the_village_has_the_penalty_too() {
    Participant operator = cast.bidder(sale.winner());
    int year = yearOf(market.now());
    String reports = path + "/revenue-reports";
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("evidence", "年度审计报告").set("revenue", money("10000.00"));
    assertThat(asks(operator, reports, "ahead", report.put("year", year + 1)).code())
        .isEqualTo("YEAR_NOT_OVER");
    report.set("revenue", money("0.00"));
    assertThat(asks(operator, reports, "running", report.put("year", year)).code())
        .as("a running year may still earn something")
        .isEqualTo("YEAR_NOT_OVER");
    report.set("revenue", money("10000.00"));
    assertThat(operator.sees(path + "/penalty-accounts")).isEmpty();
    report.put("year", year - 1);
    operator.does(reports, "village-mistyped", report);
    report.set("revenue", money("100000.00"));
    Report told = one(operator.does(reports, "village-late", report), Report.class);
    assertThat(all(cast.auditor().sees(reports), Report.class))
        .extracting(Report::edition)
        .endsWith(1, 2);
    isPaid("late", told.subAccount(), Money.yuan("100000.00"));
    theWholeYearIsShared(year - 1);
    Penalty owed = all(operator.sees(path + "/penalty-accounts"), Penalty.class).getFirst();
    assertThat(owed.expected()).as("thirty yuan a day").isGreaterThan(Money.yuan("1500"));
    isPaid("penalty", owed.number(), owed.expected());
    Allotment made = seen.allotments(3).getLast();
    assertThat(made.income()).isEqualTo("PENALTY");
    assertThat(made.occasion()).isEqualTo(Integer.toString(year - 1));
    assertThat(text("/villages/" + seen.party())).contains((year - 1) + "年度违约金");
  }

  @Test
  @Order(14)
  void what_it_left_out_is_shared_when_it_is_found_and_costs_a_fifth() {
    Participant operator = cast.bidder(sale.winner());
    int year = yearOf(market.now()) - 1;
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("year", year).put("evidence", "专项审计报告").set("revenue", money("150000.00"));
    Report found =
        one(operator.does(path + "/revenue-reports", "village-found", report), Report.class);
    Penalty fifth = all(operator.sees(path + "/penalty-accounts"), Penalty.class).getLast();
    assertThat(fifth.expected()).isEqualTo(Money.yuan("10000.00"));

    isPaid("found-half", found.subAccount(), Money.yuan("20000.00"));
    isPaid("found-rest", found.subAccount(), Money.yuan("30000.00"));
    isPaid("found-fifth", fifth.number(), fifth.expected());

    cast.auditor()
        .waitsFor(
            path + "/distributions",
            shared -> shared.toString().split(year + "-S1", -1).length > 2);
    assertThat(seen.allotments(5).getLast().occasion()).isEqualTo(year + "-S1");
  }

  @Test
  @Order(15)
  void the_books_balance() {
    assertThat(one(cast.auditor().sees("/api/v1/books"), Books.class).mistaken()).isEmpty();
  }

  private void theWholeYearIsShared(int year) {
    String runs = "/api/v1/years/" + year + "/distribution-runs";
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    cast.officer().waitsFor(path + "/tasks?limit=200", it -> it.toString().contains("初审"));
    Run run = one(cast.officer().does(runs, "", nothing), Run.class);
    assertThat(run.endedAt()).as("another one confirms it").isEmpty();
    assertThat(run.state().orElse("PROPOSED")).isEqualTo("PROPOSED");
    assertThat(asks(cast.manager(), runs, "run", nothing).status()).isEqualTo(403);
    Counter.everywhere()
        .decides(cast.manager(), "confirmYearDistribution", run.run(), "approve", Map.of());
    Run ended =
        awaited(cast.auditor(), runs, Run.class, all -> all.getFirst().endedAt().isPresent())
            .getFirst();
    assertThat(ended.shared().orElseThrow()).isPositive();
    JsonNode leftOut = cast.auditor().sees(runs + "/" + run.run() + "/left-out");
    assertThat(leftOut.path("items")).isEmpty();
    assertThat(counter.isAsked(cast.officer(), "reviewDistribution"))
        .as("nobody need look at it by itself any more")
        .isFalse();
  }

  private void isPaid(String reference, String subAccount, Money amount) {
    ObjectNode receipt = JsonNodeFactory.instance.objectNode();
    receipt.put("reference", "village-" + reference).put("subAccount", subAccount);
    receipt.put("payer", "受让方").put("arrivedAt", market.now().toString());
    receipt.set("amount", money(amount.decimal()));
    ReceiptByHand.take(cast.officer(), cast.manager(), "village-paid-" + reference, receipt);
  }

  private static ObjectNode money(String amount) {
    return JsonNodeFactory.instance.objectNode().put("amount", amount).put("currency", "CNY");
  }

  private static int yearOf(Instant moment) {
    return moment.atZone(ZoneId.of("Asia/Shanghai")).getYear();
  }

  private static String text(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  private static Reply asks(Participant member, String address, String key, JsonNode body) {
    return member.asks(address, "village-" + key, body);
  }
}
