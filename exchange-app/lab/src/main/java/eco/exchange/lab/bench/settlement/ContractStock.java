package eco.exchange.lab.bench.settlement;

import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.TermsJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Contracts in effect by the ten thousand, each with five payees and a year's revenue in its
 * escrow. They are laid straight into the tables, for what is measured is what follows.
 */
public final class ContractStock {

  /** The year whose revenue is in escrow. */
  public static final int YEAR = 2025;

  /** Revenue that does not divide evenly. */
  private static final long REVENUE_FEN = 1_000_003;

  private final TrialDatabase ground;

  /** Lays them on this ground. */
  public ContractStock(TrialDatabase ground) {
    this.ground = ground;
  }

  /** Makes contracts whose numbers begin after one, and that have a year's revenue each. */
  public void furnish(int after, int contracts) throws SQLException {
    String[] trades =
        IntStream.rangeClosed(after + 1, after + contracts)
            .mapToObj(ContractStock::trade)
            .map(TradeId::code)
            .toArray(String[]::new);
    String terms =
        TermsJson.write(
            TermsJson.read(TrialDatabase.resource(ContractStock.class, "five-way-terms.json")));
    try (Connection connection = ground.connect();
        PreparedStatement furnishing =
            connection.prepareStatement("SELECT estate.furnish(?, ?, ?, ?, ?)")) {
      connection
          .createStatement()
          .execute(TrialDatabase.resource(ContractStock.class, "estate.sql"));
      furnishing.setArray(1, connection.createArrayOf("text", trades));
      furnishing.setInt(2, YEAR);
      furnishing.setLong(3, REVENUE_FEN);
      furnishing.setString(4, terms);
      furnishing.setInt(5, after);
      furnishing.execute();
    }
  }

  static TradeId trade(int number) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 2), number);
  }
}
