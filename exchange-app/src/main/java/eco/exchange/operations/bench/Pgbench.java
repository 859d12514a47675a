package eco.exchange.operations.bench;

import eco.exchange.operations.trial.Ground;
import eco.exchange.operations.trial.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load tool of PostgreSQL, with 32 clients: it runs what we are compared with. */
final class Pgbench {

  private static final String PGBENCH = "pgbench";

  private final Ground ground;

  Pgbench(Ground ground) {
    this.ground = ground;
  }

  static void mustBeRunnable() throws IOException {
    Tool.mustBeThere(PGBENCH, "postgresql postgresql-contrib");
  }

  /** Runs a script for some time; a transaction that fails is our own mistake. */
  void run(Path script, int seconds, String... options) throws IOException, InterruptedException {
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
        Tool.run(
            ground.folder(),
            ground.login(),
            Tool.command(PGBENCH, arguments.toArray(String[]::new)));
    if (!said.contains("number of failed transactions: 0 ")
        && said.contains("failed transactions")) {
      throw new Tool.Failed("pgbench had failed transactions: " + said);
    }
  }
}
