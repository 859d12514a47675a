package eco.exchange.listing.offer;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.listing.catalogue.AppraisalRow;
import eco.exchange.listing.catalogue.ProductRow;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.outbox.Outbox;
import eco.exchange.sharing.TermsJson;
import eco.exchange.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A listing of an exchange that knew only rising bids is read by this one. */
class UpgradingListingsTest {

  private static final TradeId TRADE = new TradeId("E640425C0120261121000001D");

  /** A row as it stood before methods were told whole. */
  private static final String OLD =
      """
      INSERT INTO listing.product VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '碳汇',
         '640425', '李岔', '彭阳', 'CARBON_SINK', 36000, 'tCO2e', 5630, 'a', 'b', 'c', 'STATE', 'd',
         'CONFIRMED', NULL, '00000000-0000-0000-0000-000000000003', now(), 0);
      INSERT INTO listing.listing
        (trade, request, drafted_as, drafted_at, product, transferor, appraisal, right_granted,
         term_years, permitted_use, method, reserve_fen, increment_fen, deposit_fen, decision, terms,
         conditions, state, submitted_by, round, disclosed_at, rule_edition, applications_close_at,
         deposits_due_at, opens_at, closes_at, quiet_seconds, calendar_final, reviewed_by,
         approved_by, version)
      VALUES
        ('%s', gen_random_uuid(), gen_random_uuid(), now(), '00000000-0000-0000-0000-000000000001',
         '00000000-0000-0000-0000-000000000002', gen_random_uuid(), 'r', 20, 'u', 'ENGLISH_ONLINE',
         1, 1, 1, 'd', '%s', '{}', 'DISCLOSED', gen_random_uuid(), 1, now(),
         '2025-STATE-ENGLISH_ONLINE', now(), now(), now(), now(), 420, true, gen_random_uuid(),
         gen_random_uuid(), 1)
      """
          .formatted(TRADE, TermsJson.write(Market.TERMS));

  @Test
  void an_old_notice_keeps_its_quiet_time_and_is_the_first_attempt() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA listing CASCADE");
      migrate(statement, "V20261121_10__listing_create_catalogue");
      migrate(statement, "V20261121_11__listing_create_listing");
      statement.execute(OLD);
      migrate(statement, "V20261122_10__listing_method_and_relisting");
      migrate(statement, "V20261126_20__listing_payment_plan");
    }

    ListingView listing = ListingView.of(read(database).orElseThrow());

    assertThat(listing.how())
        .isEqualTo(new MethodTerms.English(Duration.ofMinutes(7), Optional.empty()));
    assertThat(listing.lotTerms().orElseThrow().how()).isEqualTo(listing.how());
    assertThat(listing.attempt()).isEqualTo(1);
    assertThat(listing.disclosedAt()).isPresent();
  }

  private static Optional<Listing> read(TestDatabase database) {
    return Market.await(
        new HibernateListingStore(
                database.sessions(ProductRow.class, AppraisalRow.class, ListingRow.class),
                new Outbox(Clock.systemUTC()))
            .listing(TRADE));
  }

  private static void migrate(Statement statement, String name) throws SQLException, IOException {
    String file = "/db/migration/" + name + ".sql";
    try (InputStream sql = UpgradingListingsTest.class.getResourceAsStream(file)) {
      statement.execute(
          new String(Objects.requireNonNull(sql, file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
