package eco.exchange.lab.bench.bids;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.record.BidLogReplay;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The obvious design must do the same work as ours, or it would be no comparison. */
class JudgingInTheDatabaseTest {

  private static final Instant OPENING = Instant.parse("2026-03-02T01:00:00Z");
  private static final LotTerms TERMS = TrialLots.terms(OPENING);

  @Test
  void the_function_accepts_and_refuses_what_the_fold_does() throws SQLException {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    List<BidView> log = new ArrayList<>();
    try (Connection connection = database()) {
      for (int number = 0; number < 300; number++) {
        long fen = price(random, log);
        int paddle = random.nextInt(1, 5);
        BidView bid =
            new BidView(
                log.size() + 1,
                "paddle " + paddle,
                new Money(fen),
                OPENING.plusSeconds(number),
                TERMS.closesAt(),
                false);
        String expected = judged(log, bid);
        assertThat(place(connection, 0, paddle, fen))
            .as("seed %d, %s", seed, bid)
            .isEqualTo(expected);
        if (expected.equals("accepted")) {
          log.add(bid);
        }
      }
    }
    assertThat(log).hasSizeGreaterThan(30);
  }

  @Test
  void who_is_not_admitted_and_what_is_not_on_sale_is_refused() throws SQLException {
    try (Connection connection = database()) {
      assertThat(place(connection, 0, 99, 10_000)).isEqualTo("NOT_ADMITTED");
      assertThat(place(connection, 999, 1, 10_000)).isEqualTo("NO_SUCH_LOT");
    }
  }

  // Mostly about the next lawful price, sometimes off the grid or below the reserve.
  private static long price(Random random, List<BidView> log) {
    long leading = log.isEmpty() ? 9_900 : log.getLast().price().fen();
    long step = 100L * random.nextInt(-1, 4);
    long off = random.nextInt(10) == 0 ? random.nextInt(1, 100) : 0;
    return random.nextInt(20) == 0 ? random.nextInt(1, 10_000) : leading + step + off;
  }

  private static String judged(List<BidView> log, BidView bid) {
    List<BidView> with = new ArrayList<>(log);
    with.add(bid);
    return BidLogReplay.of(TrialLots.HOT, TERMS, with)
        .fault()
        .map(fault -> fault.replaceAll("(?s).*reason=(\\w+).*", "$1"))
        .orElse("accepted");
  }

  private static String place(Connection connection, int lot, int paddle, long fen)
      throws SQLException {
    try (PreparedStatement bid = connection.prepareStatement("SELECT obvious.place_bid(?, ?, ?)")) {
      bid.setInt(1, lot);
      bid.setInt(2, paddle);
      bid.setLong(3, fen);
      try (ResultSet row = bid.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Connection database() throws SQLException {
    Connection connection = DriverManager.getConnection(TestDatabase.migrated().jdbcUrl());
    try (Statement statement = connection.createStatement()) {
      statement.execute(TrialDatabase.resource(ObviousDesign.class, "obvious.sql"));
    }
    return connection;
  }
}
