package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.settlement.receipt.ReceiptResolution;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL with the rights of the owner of the tables, past every rule in Java: the guards hold. */
class AttackingTheLedgerTest extends AttackedLedger {

  private static final String OWNER = TRADE + ":PAYEE:owner";
  private static final String PAYOUT = TRADE + ":PAYOUT";
  private static final String SHARED = CONTRACT + "/PRICE/PRICE";

  /** Five yuan that came for nobody went back, so that no table is empty. */
  @BeforeEach
  void a_receipt_for_nobody_went_back() {
    done(door.receive(receipt("R2", "nowhere", "5.00", START)));
    done(door.resolve("R2", new ReceiptResolution.Return(), OFFICER));
  }

  @Test
  void nothing_that_is_written_is_changed_or_removed() {
    List<String> tables =
        List.of(
            "transfer",
            "receipt",
            "decision",
            "payment_order",
            "contract",
            "revenue_report",
            "distribution",
            "account",
            "sub_account");
    for (String table : tables) {
      assertThat(database.texts("SELECT count(*) FROM settlement." + table)).isNotEqualTo("[0]");
      refused("DELETE FROM settlement." + table, "append-only");
      refused("TRUNCATE settlement.%s CASCADE".formatted(table), "append-only");
    }
    refused("UPDATE settlement.transfer SET amount_fen = 1", "append-only");
    refused("UPDATE settlement.contract SET terms_hash = terms_hash", "append-only");
    refused("UPDATE settlement.distribution SET whole_fen = 0", "append-only");
    refused("UPDATE settlement.receipt SET amount_fen = 1", "append-only");
    refused("UPDATE settlement.sub_account SET expected_fen = 1", "append-only");
    refused("UPDATE settlement.account SET purpose = 'BANK'", "append-only");
    refused(
        "SET LOCAL session_replication_role = replica; DELETE FROM settlement.transfer",
        "append-only");
  }

  @Test
  void balances_follow_their_transfers_alone() {
    refused("UPDATE settlement.account SET balance_fen = balance_fen + 1", "transfers alone");
    refused("UPDATE settlement.account SET held_fen = 0", "transfers alone");
    refused(
        "INSERT INTO settlement.account (name, story, purpose, owner, balance_fen)"
            + " VALUES ('x:BANK', 'x', 'BANK', '', 1)",
        "transfers alone");
    refused(
        account("y:DEPOSIT", "y", "DEPOSIT") + transfer("a", "y:DEPOSIT", PAYOUT, 1, "PAYOUT"),
        "account_has_enough");
  }

  @Test
  void an_escrow_pays_nobody_but_by_a_distribution() {
    String kept = "an_escrow_pays_only";
    refused(transfer("a", ESCROW, PAYOUT, 50_000, "PAYOUT"), kept);
    refused(transfer("a", ESCROW, OWNER, 50_000, "PAYOUT"), kept);
    refused(transfer("a", ESCROW, OWNER, 50_000, "DISTRIBUTION"), kept);
    refused(transfer("share/" + SHARED + "/owner", ESCROW, OWNER, 6_667, "DISTRIBUTION"), kept);
    refused(transfer("a", OWNER, PAYOUT, 1, "DISTRIBUTION"), kept);
    refused(transfer("share/" + SHARED + "/owner", OWNER, PAYOUT, 1, "PAYOUT"), kept);
  }

  @Test
  void a_distribution_by_other_terms_pays_nobody() {
    refused(
        distribution(2026, 50_000, "'" + "0".repeat(64) + "'", part("owner", 50_000)),
        "by terms not in force");
    refused(
        distribution(2026, 40_000, termsHash(), part("owner", 40_000)),
        "income 50000, whole 40000");
    refused(distribution(2026, 50_000, termsHash(), part("owner", 40_000)), "parts 40000");
    refused(distribution(2026, 50_000, termsHash(), ""), "parts none");
    refused(distribution(2027, 50_000, termsHash(), part("owner", 50_000)), "income none");
    refused(
        distribution(2026, 50_000, termsHash(), part("owner", 60_000) + "," + part("x", -10_000)),
        "2026: income 50000");
    refused(distribution(2026, 50_000, termsHash(), part("thief", 50_000)), "not as they give");
    refused(
        distribution(
            2026, 50_000, termsHash(), part("owner", 25_000) + "," + part("owner", 25_000)),
        "2026: income 50000");
    refused(
        "INSERT INTO settlement.contract SELECT contract || '2', trade || '2', transferor, transferee,"
            + " price_fen, deposit_fen, term_years, terms_json || ' ', terms_hash, price_due_at,"
            + " opened_at FROM settlement.contract",
        "check constraint");
  }

  @Test
  void a_hold_is_resolved_once_and_only_as_it_was_made() {
    String number = database.texts("SELECT number FROM settlement.sub_account LIMIT 1").getFirst();
    String deposit = TRADE + ":DEPOSIT:" + number;

    refused(
        resolving("hold/" + number, transfer("a", deposit, ESCROW, 20_000, "DEPOSIT")),
        "pending_key");
    refused(resolving("hold/none", transfer("a", deposit, ESCROW, 1, "DEPOSIT")), "not pending");
    refused(
        resolving("apply/" + number, transfer("a", deposit, ESCROW, 20_000, "DEPOSIT")),
        "not pending");
  }

  private void refused(String sql, String because) {
    assertThat(database.attackAsOwner(sql)).as(sql).contains(because);
  }

  private static String termsHash() {
    return "(SELECT terms_hash FROM settlement.contract)";
  }

  private static String transfer(String key, String debit, String credit, long fen, String code) {
    return """
        INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase,
                                         pending, event_at, recorded_at)
        VALUES ('%s', '%s', '%s', %d, '%s', 'POSTED', NULL, now(), now());
        """
        .formatted(key, debit, credit, fen, code);
  }

  private static String resolving(String pending, String transfer) {
    return transfer.replace("NULL", "'" + pending + "'");
  }

  private static String account(String name, String story, String purpose) {
    return account(name, story, purpose, "");
  }

  private static String account(String name, String story, String purpose, String owner) {
    return "INSERT INTO settlement.account VALUES ('%s', '%s', '%s', '%s');"
        .formatted(name, story, purpose, owner);
  }

  private static String part(String payee, long fen) {
    return """
        {"payee":"%s","name":"","principle":"OWNS","amount_fen":%d}"""
        .formatted(payee, fen);
  }

  private static String distribution(int year, long fen, String hash, String parts) {
    return """
        INSERT INTO settlement.distribution (distribution, contract, income, occasion, whole_fen,
                                             terms_hash, parts, distributed_at)
        SELECT '%s/REVENUE/%d', '%s', 'REVENUE', '%d', %d, %s, '[%s]', now();
        """
        .formatted(CONTRACT, year, CONTRACT, year, fen, hash, parts);
  }
}
