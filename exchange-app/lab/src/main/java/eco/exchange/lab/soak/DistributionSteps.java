package eco.exchange.lab.soak;

import eco.exchange.lab.trial.TrialDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The steps of a distribution and of its payment, at each of which the database can be made to
 * wait.
 */
record DistributionSteps(TrialDatabase ground) {

  private static final int PAUSE = 4711;

  /**
   * One step.
   *
   * @param does what has just been done
   * @param trigger the kind of trigger that fires then
   */
  record Step(String does, String trigger) {}

  /** All in the order in which they come. */
  static final List<Step> ALL =
      List.of(
          statement("the contract is locked", "INSERT ON settlement.trade"),
          statement("the distribution is written", "INSERT ON settlement.distribution"),
          statement("the balances are moved", "UPDATE OF balance_fen ON settlement.account"),
          statement("the market is told", "INSERT ON market.outbox"),
          new Step(
              "the distribution is committed",
              "CONSTRAINT TRIGGER z_pause AFTER INSERT ON settlement.distribution"
                  + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"),
          statement("the accounts of a payment are opened", "INSERT ON settlement.account"),
          statement("a payment is moved", "INSERT ON settlement.transfer"),
          statement("a payment is ordered", "INSERT ON settlement.payment_order"));

  private static Step statement(String does, String event) {
    return new Step(does, "TRIGGER z_pause AFTER " + event + " FOR EACH STATEMENT");
  }

  /** What must not be, and how often it is. */
  static final Map<String, String> WRONGS =
      Map.of(
          "contracts not shared in whole",
          """
          SELECT count(*) FROM settlement.revenue_report report
           WHERE revenue_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM settlement.distribution_part
                                  WHERE distribution = report.contract || '/REVENUE/' || report.year)
          """,
          "escrows with something in them",
          "SELECT count(*) FROM settlement.account WHERE purpose = 'ESCROW' AND balance_fen <> 0",
          "payees who were not paid out",
          """
          SELECT count(*) FROM settlement.account
           WHERE purpose = 'PAYEE' AND balance_fen <> 0
             AND owner NOT IN (SELECT payee FROM settlement.distribution_part
                                WHERE principle IN ('VILLAGERS', 'WATERSHED'))
          """,
          "payouts without an order",
          """
          SELECT count(*) FROM settlement.transfer LEFT JOIN settlement.payment_order USING (business_key)
           WHERE code = 'PAYOUT' AND payment_order.business_key IS NULL
          """,
          "orders that nobody would see to",
          """
          SELECT count(*) FROM settlement.payment
           WHERE paid_at IS NULL AND back_at IS NULL
             AND NOT EXISTS (SELECT FROM settlement.open_order
                              WHERE open_order.business_key = payment.business_key)
          """,
          "distributions told not once",
          """
          SELECT count(*) FROM (SELECT story FROM market.outbox WHERE kind = 'RevenueDistributed'
                                 GROUP BY story HAVING count(*) <> 1) told
          """,
          "accounts that their transfers do not make",
          """
          SELECT count(*) FROM settlement.books
           WHERE balance_fen <> moved_fen OR held_fen <> pending_fen OR NOT has_enough
          """);

  /** Whoever comes to this step waits there, until the database is told to go on. */
  void pauseAt(Step step) throws SQLException {
    ground.run(
        """
        CREATE SCHEMA IF NOT EXISTS soak;
        CREATE OR REPLACE FUNCTION soak.pause() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          -- Once in a session, and seen by all who can see locks.
          IF current_setting('soak.paused', true) IS DISTINCT FROM 'yes' THEN
            PERFORM set_config('soak.paused', 'yes', false);
            PERFORM pg_advisory_xact_lock_shared(%d);
            PERFORM pg_sleep(2);
          END IF;
          RETURN NULL;
        END
        $$;
        CREATE %s EXECUTE FUNCTION soak.pause()
        """
            .formatted(PAUSE, step.trigger()));
  }

  /** Whether somebody waits there now. */
  boolean isPaused() throws SQLException {
    return ground.number(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = " + PAUSE)
        > 0;
  }

  /** Lets everybody go on, and waits until whoever was killed has left. */
  void goOn() throws SQLException {
    ground.run("DROP FUNCTION soak.pause() CASCADE");
  }
}
