package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.settlement.revenue.ReportRevenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has the password of the application: SQL with its own role, past every rule in Java. */
class AttackingWithTheApplicationsRoleTest extends AttackedLedger {

  private static final String DENIED = "permission denied";
  private static final String KEPT = "an_escrow_pays_only";

  @Test
  void it_owns_nothing_and_is_nobody_s_superuser() {
    assertThat(
            database.texts(
                """
                SELECT count(*) FROM pg_class
                  JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname = 'exchange_app'
                """))
        .containsExactly("0");
    refused("SET session_replication_role = replica", DENIED);
    refused("CREATE TABLE settlement.mine (fen bigint)", DENIED);
    refused("SET ROLE postgres", DENIED);
  }

  @Test
  void it_may_neither_remove_nor_disarm_anything() {
    for (String table : tables()) {
      refused("DELETE FROM settlement." + table, DENIED);
      refused("TRUNCATE settlement.%s CASCADE".formatted(table), DENIED);
      refused("DROP TABLE settlement.%s CASCADE".formatted(table), "must be owner");
      refused("ALTER TABLE settlement.%s DISABLE TRIGGER ALL".formatted(table), "must be owner");
      refused("ALTER TABLE settlement.%s DISABLE RULE x".formatted(table), "must be owner");
    }
    refused("DROP TRIGGER c_move_balances ON settlement.transfer", "must be owner");
    refused("DROP TRIGGER move_shares ON settlement.distribution", "must be owner");
    refused("DROP FUNCTION settlement.keep_clauses() CASCADE", "must be owner");
    refused(
        "CREATE OR REPLACE FUNCTION settlement.keep_clauses() RETURNS trigger LANGUAGE plpgsql"
            + " AS 'BEGIN RETURN NULL; END'",
        DENIED);
    refused("ALTER SCHEMA settlement RENAME TO gone", "must be owner");
    refused("DROP SCHEMA settlement CASCADE", "must be owner");
  }

  @Test
  void it_may_change_no_line_of_the_books() {
    refused("UPDATE settlement.transfer SET amount_fen = 1", DENIED);
    refused("UPDATE settlement.account SET balance_fen = balance_fen + 1", DENIED);
    refused("UPDATE settlement.account SET held_fen = 0", DENIED);
    refused("INSERT INTO settlement.distribution (number) VALUES (1)", DENIED);
    refused("UPDATE settlement.contract SET terms_hash = repeat('0', 64)", DENIED);
    refused("UPDATE settlement.revenue_report SET revenue_fen = 1", DENIED);
    refused("UPDATE settlement.distribution SET whole_fen = 0", DENIED);
    refused("UPDATE settlement.distribution_part SET amount_fen = 0", "cannot update view");
    refused("UPDATE settlement.payment_order SET beneficiary = 'me'", DENIED);
    refused("UPDATE settlement.open_order SET state = 'SENT'", DENIED);
    refused("INSERT INTO settlement.open_order VALUES (1, 'x', 'WAITING', NULL)", DENIED);
    refused("UPDATE settlement.receipt SET amount_fen = 1", DENIED);
    refused("UPDATE settlement.sub_account SET expected_fen = 1", DENIED);
    refused(
        "INSERT INTO settlement.account (name, story, purpose, owner, balance_fen)"
            + " VALUES ('x:BANK', 'x', 'BANK', '', 1)",
        "transfers alone");
    refused(
        "MERGE INTO settlement.transfer USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE",
        DENIED);
  }

  @Test
  void a_closed_account_stays_closed() {
    String closed = "UPDATE settlement.account SET closed_at = now() WHERE name = '%s:ESCROW';";
    refused(
        closed.formatted(TRADE)
            + "UPDATE settlement.account SET closed_at = NULL WHERE closed_at IS NOT NULL",
        "stays closed");
  }

  @Test
  void an_escrow_pays_only_what_an_effective_contract_of_this_hash_gives_once() {
    refused(paid("share/" + CONTRACT + "/PRICE/PRICE/owner"), KEPT);
    refused(paid("share/" + CONTRACT + "/PRICE/PRICE/thief"), KEPT);
    refused(paid("x"), KEPT);
    refused(shared(2026, "repeat('0', 64)"), "by terms not in force");
    refused(shared(2026, termsHash()).replace("50000, (SELECT", "49999, (SELECT"), "whole 49999");
    refused(shared(2027, termsHash()), "income none");
    refused(shared(2026, termsHash()).replace(CONTRACT.toString(), CONTRACT + "9"), "income none");
    done(door.distribute(CONTRACT, 2026));
    refused(shared(2026, termsHash()), "distribution_pkey");
    money_comes_again();
  }

  @Test
  void a_trigger_of_its_own_opens_no_escrow() {
    refused(
        """
        CREATE TEMPORARY TABLE mine (fen bigint);
        CREATE FUNCTION pg_temp.pay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          %s
          RETURN NULL;
        END
        $$;
        CREATE TRIGGER pay AFTER INSERT ON mine EXECUTE FUNCTION pg_temp.pay();
        INSERT INTO mine VALUES (1)
        """
            .formatted(paid("x")),
        KEPT);
  }

  @Test
  void nobody_is_given_what_the_clauses_do_not_give() {
    String misgiven = "by terms in force, not as they give";
    String right = shared(2026, termsHash());
    refused(right.replace("10000,", "9000,").replace("15000,", "16000,"), misgiven);
    refused(
        right
            .replace("10000,\"carry\":\"0.005\"", "9000,\"carry\":\"1000.005\"")
            .replace("15000,\"carry\":\"-0.05\"", "16000,\"carry\":\"-1000.05\""),
        misgiven);
    refused(right.replace("\"0.005\"", "\"0.004\""), misgiven);
    refused(right.replace("\"0.005\"", "\"0.005\",\"carried_in\":\"0.5\""), misgiven);
    refused(right.replace("\"0.005\"", "\"0.005\",\"recouped\":\"1\""), misgiven);
    refused(right.replace("\"0.005\"", "\"0.005\",\"pledge_due_fen\":1"), misgiven);
    refused(right.replace("\"0.005\"", "\"much\""), misgiven);
    refused(right.replace("甲村村民", "乙村村民"), misgiven);
    refused(right.replace("\"name\":\"甲村村民\",", ""), misgiven);
    refused(
        right
            .replace("\"name\":\"甲村村民\",", "")
            .replace("10000,", "9000,")
            .replace("15000,", "16000,"),
        misgiven);
    refused(right.replace("villagers", "operator"), misgiven);
    refused(
        right.replace("terms_hash, parts", "terms_hash, erosion, parts").replace(", '[", ", 7, '["),
        misgiven);
  }

  @Test
  void what_has_come_in_is_not_reported_otherwise() {
    String corrected =
        """
        INSERT INTO settlement.revenue_report (contract, year, edition, revenue_fen, evidence,
                                               reported_by, reported_at, sub_account)
        SELECT contract, year, edition + %d, 1, evidence, reported_by, reported_at, sub_account
          FROM settlement.revenue_report;
        """;
    String withdrawn = "UPDATE settlement.sub_account SET state = 'CLOSED', filled_by = NULL;";
    refused(corrected.formatted(1), "corrects no report that is withdrawn");
    refused(withdrawn + corrected.formatted(1), "corrects no report that is withdrawn");
    refused(withdrawn + corrected.formatted(2), "corrects no report that is withdrawn");
    refused(corrected.formatted(-1), "revenue_report_edition_check");
  }

  // What was shared is in the escrow once more, of the next year, so that the end is as ever.
  private void money_comes_again() {
    market.isOver(2027);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2027, yuan("500.00"), "审计报告");
    String number = done(door.reportRevenue(report, ANJI_CLERK)).subAccount().orElseThrow();
    done(door.receive(receipt("R3", number, "500.00", START)));
  }

  @Test
  void a_closed_year_is_shared_no_more() {
    refused(
        "INSERT INTO settlement.closed_year VALUES (2026, gen_random_uuid(), now());"
            + shared(2026, termsHash()),
        "closed year");
  }

  // All there are, so that a table that is added later is guarded, too.
  private List<String> tables() {
    return database.texts(
        """
        SELECT relname FROM pg_class
         WHERE relnamespace = 'settlement'::regnamespace AND relkind = 'r'
        """);
  }

  private void refused(String sql, String because) {
    assertThat(database.attack(sql)).as(sql).contains(because);
  }

  private static String termsHash() {
    return "(SELECT terms_hash FROM settlement.contract)";
  }

  private static String shared(int year, String hash) {
    return """
    INSERT INTO settlement.distribution (distribution, contract, income, occasion, whole_fen,
                                         terms_hash, parts, distributed_at)
    SELECT '%s/REVENUE/%d', '%s', 'REVENUE', '%d', 50000, %s, '%s', now();
    """
        .formatted(CONTRACT, year, CONTRACT, year, hash, GIVEN);
  }

  private static String paid(String key) {
    return """
    INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase,
                                     event_at, recorded_at)
    VALUES ('%s', '%s', '%s:PAYEE:owner', 50000, 'DISTRIBUTION', 'POSTED', now(), now());
    """
        .formatted(key, ESCROW, TRADE);
  }
}
