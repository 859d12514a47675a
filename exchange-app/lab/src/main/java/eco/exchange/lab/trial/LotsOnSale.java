package eco.exchange.lab.trial;

import eco.exchange.market.TradeId;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The lots of a trial, put on sale before what is tried begins. */
public final class LotsOnSale {

  private LotsOnSale() {}

  /** Lets the bidders in and puts lots on sale, in a process of its own; bidding is then open. */
  public static void put(TrialDatabase ground, List<TradeId> lots)
      throws IOException, SQLException, InterruptedException {
    Map<String, String> withoutWeb = Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
    String[] codes = lots.stream().map(TradeId::code).toArray(String[]::new);
    try (TrialProcess opening =
        TrialProcess.start(ground, SaleOpening.class.getName(), withoutWeb, codes)) {
      opening.finish();
    }
    // The rest of the market has nothing to do with what has been let in here.
    ground.run("UPDATE market.outbox SET handed_on_at = now() WHERE handed_on_at IS NULL");
  }
}
