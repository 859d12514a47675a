package eco.exchange.lab.soak.bank;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.lab.soak.SoakOrder;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The soak of the bank link, in short. */
class CountingEachYuanOnceTest {

  private static final int MESSAGES = 400;
  private static final int DAYS = 3;
  private static final int DAYS_UNTIL_LOST_MAX = 30;

  @Test
  void an_odd_message_is_read_or_refused_and_makes_no_money() throws InterruptedException {
    MutantFindings found = BankSoak.mutate(new SoakOrder(Map.of(), Seeds.fresh()), MESSAGES);

    assertThat(found.faults()).isEmpty();
    assertThat(found.read()).as("some are read").isPositive();
    assertThat(found.refused()).as("some are refused").isPositive();
  }

  @Test
  void whatever_the_bank_tells_and_whenever_the_exchange_dies_each_yuan_counts_once(
      @TempDir Path folder) throws IOException, SQLException, InterruptedException {
    SoakOrder order = new SoakOrder(Map.of(), Seeds.fresh());
    TestDatabase database = TestDatabase.migrated();
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        InProcessExchange exchange = new InProcessExchange(database, folder, order.draw(-1))) {
      BankRounds rounds =
          new BankRounds(
              new BankFolder(folder), exchange, new LedgerFindings(connection), order.draw(-2));

      List<String> faults = rounds.run(DAYS);

      assertThat(faults).as(rounds.figures()).isEmpty();
    }
  }

  @Test
  void what_a_kill_loses_is_found(@TempDir Path folder)
      throws IOException, SQLException, InterruptedException {
    SoakOrder order = new SoakOrder(Map.of(), Seeds.fresh());
    TestDatabase database = TestDatabase.migrated();
    BankFolder shared = new BankFolder(folder);
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        InProcessExchange exchange = new InProcessExchange(database, folder, order.draw(-1))) {
      LosingExchange losing = new LosingExchange(exchange, shared);
      BankRounds rounds =
          new BankRounds(shared, losing, new LedgerFindings(connection), order.draw(-2));

      List<String> faults = List.of();
      for (int day = 0; day < DAYS_UNTIL_LOST_MAX && faults.isEmpty(); day++) {
        faults = rounds.run(1);
      }

      assertThat(losing.hasLost()).as("lost, not otherwise wrong: %s", faults).isTrue();
      assertThat(faults).isNotEmpty();
    }
  }
}
