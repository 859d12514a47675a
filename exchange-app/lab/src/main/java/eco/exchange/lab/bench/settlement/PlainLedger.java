package eco.exchange.lab.bench.settlement;

import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Pgbench;
import eco.exchange.lab.trial.TrialDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The ledger with which settlement is compared: one in SQL as others have published it, one
 * function call a transfer, driven by pgbench.
 */
final class PlainLedger {

  private static final String TRANSFERS = "SELECT count(*) FROM plain.transfer";
  private static final int WARM_UP_SECONDS = 2;

  private final TrialDatabase ground;
  private final Pgbench pgbench;
  private final Figures figures;

  PlainLedger(TrialDatabase ground, Figures figures) {
    this.ground = ground;
    this.pgbench = new Pgbench(ground);
    this.figures = figures;
  }

  void measure(int seconds) throws IOException, InterruptedException, SQLException {
    ground.run(TrialDatabase.resource(PlainLedger.class, "plain-ledger.sql"));
    figures.add("plain_spread_rate", rate("plain-spread.sql", seconds), "transfers/s");
    figures.add("plain_hot_rate", rate("plain-hot.sql", seconds), "transfers/s");
    figures.add("plain_shares_rate", rate("plain-shares.sql", seconds) / 5, "splits/s");
    ground.run("DROP SCHEMA plain CASCADE");
  }

  private long rate(String name, int seconds)
      throws IOException, InterruptedException, SQLException {
    Path script = ground.lay(PlainLedger.class, name);
    pgbench.run(script, WARM_UP_SECONDS);
    long before = ground.number(TRANSFERS);
    pgbench.run(script, seconds);
    return (ground.number(TRANSFERS) - before) / seconds;
  }
}
