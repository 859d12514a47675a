package eco.exchange.lab.bench.measure;

import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.TrialDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load tool of PostgreSQL, with 32 clients: it runs what we are compared with. */
public final class Pgbench {

  private static final String PGBENCH = "pgbench";

  private final TrialDatabase ground;

  public Pgbench(TrialDatabase ground) {
    this.ground = ground;
  }

  public static void mustBeRunnable() throws IOException {
    LoadTool.mustBeThere(PGBENCH, "postgresql postgresql-contrib");
  }

  /** Runs a script for some time; a transaction that fails is our own mistake. */
  public void run(Path script, int seconds, String... options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--no-vacuum",
                "--client=32",
                "--jobs=2",
                "--protocol=prepared",
                "--time=" + seconds,
                "--file=" + script));
    arguments.addAll(List.of(options));
    String said =
        LoadTool.run(
            ground.folder(),
            ground.login(),
            LoadTool.command(PGBENCH, arguments.toArray(String[]::new)));
    if (!said.contains("number of failed transactions: 0 ")
        && said.contains("failed transactions")) {
      throw new LoadTool.Failed("pgbench had failed transactions: " + said);
    }
  }
}
