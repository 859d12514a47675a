package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL with the application's own role, past every rule in Java: funds and members keep theirs. */
class AttackingAFundTest {

  private static final String FUND = "fund/F640425-001:FUND";
  private static final String PAYOUT = "fund/F640425-001:PAYOUT";
  private static final String WATERSHED = TRADE + ":PAYEE:watershed";
  private static final String GIVEN = TRADE + "-V1/PRICE/PRICE/watershed";

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();

  /** 66.67 yuan of a price lie with the watershed, and a fund is there for them. */
  @BeforeEach
  void something_was_given_back() {
    market.paidDeposit(ANJI);
    done(market.door.open(contract("200.00", "200.00"), 5));
    made(
        "INSERT INTO settlement.fund VALUES ('F640425-001', '640425', 1, '示例沟', now());"
            + account(FUND)
            + account(PAYOUT)
            + account(TRADE + "-V1/villagers:MEMBER:001"));
  }

  @Test
  void a_fund_takes_in_only_what_a_distribution_has_given_back() {
    String invented = moved("x", TRADE + ":BANK", FUND, 1, "REINVESTMENT");
    refused(invented, "takes in only");
    refused(moved("reinvest/" + GIVEN, WATERSHED, FUND, 6667, "REINVESTMENT"), "takes in only");
    refused(entry(1, "IN", "66.66", "reinvest/" + GIVEN) + given(), "takes in only");
    made(entry(1, "IN", "66.67", "reinvest/" + GIVEN) + given());
  }

  @Test
  void a_fund_pays_only_for_an_approved_project_within_its_budget() {
    made(entry(1, "IN", "66.67", "reinvest/" + GIVEN) + given());
    String key = "payout/F640425-001/1/1";
    String out = entry(2, "OUT", "50.00", key) + moved(key, FUND, PAYOUT, 5000, "PAYOUT");
    refused(moved(key, FUND, PAYOUT, 5000, "PAYOUT"), "pays only");
    refused(out, "pays only");
    refused(
        account(TRADE + ":PAYOUT") + moved("mine", FUND, TRADE + ":PAYOUT", 1, "PAYOUT"),
        "pays only");
    made(project(49_99));
    made(asked());
    refused(paid() + out, "pays only");
    made(decided("project_decision", "F640425-001/1"));
    refused(paid() + out, "pays only");
  }

  @Test
  void an_approved_project_is_paid_and_the_same_paper_not_twice() {
    made(entry(1, "IN", "66.67", "reinvest/" + GIVEN) + given());
    String key = "payout/F640425-001/1/1";
    made(project(50_00) + asked() + decided("project_decision", "F640425-001/1"));
    String out = entry(2, "OUT", "50.00", key) + moved(key, FUND, PAYOUT, 5000, "PAYOUT");
    refused(out, "pays only");
    made(paid() + out);
    refused(moved("anew/2/" + key, FUND, PAYOUT, 1000, "PAYOUT"), "pays only");
    String back = moved("back/" + key, PAYOUT, FUND, 5000, "CORRECTION");
    made(
        back.replace("recorded_at)", "recorded_at, corrects)")
            .replace("now(), now())", "now(), now(), '" + key + "')"));
    refused(moved("anew/3/" + key, FUND, PAYOUT, 5000, "PAYOUT"), "pays only");
    made(moved("anew/2/" + key, FUND, PAYOUT, 5000, "PAYOUT"));
    refused(
        asked()
            .replace(
                "F640425-001/1/1', 'F640425-001/1', 1", "F640425-001/1/2', 'F640425-001/1', 2"),
        "project_payment_project_sha256_key");
  }

  @Test
  void the_ledger_of_a_fund_is_a_chain() {
    refused(entry(2, "IN", "66.67", "reinvest/" + GIVEN), "does not follow");
    refused(entry(1, "IN", "66.67", "reinvest/" + GIVEN), "moves nothing");
    refused(
        entry(1, "IN", "66.67", "reinvest/" + GIVEN)
            .replace("encode(sha256", "repeat('0', 64) || encode(sha256"),
        "fund_entry_check");
  }

  @Test
  void a_member_is_given_only_what_an_allotment_gives() {
    String member = TRADE + "-V1/villagers:MEMBER:001";
    refused(moved("x", TRADE + ":BANK", member, 1, "ALLOTMENT"), "an allotment gives");
    refused(moved("x", WATERSHED, member, 1, "PAYOUT"), "an allotment gives");
    refused(moved("x", member, TRADE + ":BANK", 1, "PAYOUT"), "an allotment gives");
  }

  private void made(String sql) {
    assertThat(database.attack(sql)).as(sql).isEqualTo("done");
  }

  private void refused(String sql, String because) {
    assertThat(database.attack(sql)).as(sql).contains(because);
  }

  private static String given() {
    return moved("reinvest/" + GIVEN, WATERSHED, FUND, 6667, "REINVESTMENT");
  }

  private static String account(String name) {
    String[] parts = name.split(":");
    return "INSERT INTO settlement.account (name, story, purpose, owner) VALUES ('%s', '%s', '%s', '%s');"
        .formatted(name, parts[0], parts[1], parts.length > 2 ? parts[2] : "");
  }

  private static String moved(String key, String from, String to, long fen, String code) {
    return """
        INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase, event_at,
                                         recorded_at)
        VALUES ('%s', '%s', '%s', %d, '%s', 'POSTED', now(), now());
        """
        .formatted(key, from, to, fen, code);
  }

  private static String entry(int seq, String way, String yuan, String key) {
    String line = "%d|%s|%s|%s|%s|now".formatted(seq, way, yuan, key, GIVEN);
    String previous =
        seq == 1
            ? "repeat('0', 64)"
            : "coalesce((SELECT hash FROM settlement.fund_entry WHERE seq = %d), '')"
                .formatted(seq - 1);
    return """
        INSERT INTO settlement.fund_entry
        SELECT 'F640425-001', %d, %b, %d, '%s', '%s', now(), '%s', before,
               encode(sha256(convert_to(before || E'\\n' || '%s', 'UTF8')), 'hex')
          FROM (SELECT %s AS before) previous;
        """
        .formatted(
            seq,
            way.equals("IN"),
            SettlementMarket.yuan(yuan).fen(),
            key,
            GIVEN,
            line,
            line,
            previous);
  }

  private static String project(long budgetFen) {
    return """
        INSERT INTO settlement.project VALUES ('F640425-001/1', 'F640425-001', 1, '淤地坝', 'CHECK_DAM', '沟口',
          '规划', %d, '目标', '公司', gen_random_uuid(), gen_random_uuid(), now());
        """
        .formatted(budgetFen);
  }

  private static String asked() {
    return """
        INSERT INTO settlement.project_payment VALUES ('F640425-001/1/1', 'F640425-001/1', 1, 5000, '验收',
          repeat('a', 64), gen_random_uuid(), now());
        """;
  }

  private static String paid() {
    return decided("payment_decision", "F640425-001/1/1");
  }

  private static String decided(String table, String what) {
    return "INSERT INTO settlement.%s VALUES ('%s', true, '', gen_random_uuid(), gen_random_uuid(), now());"
        .formatted(table, what);
  }
}
