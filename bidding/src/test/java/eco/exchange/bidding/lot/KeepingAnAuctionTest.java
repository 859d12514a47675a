package eco.exchange.bidding.lot;

import static eco.exchange.bidding.desk.Hall.await;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.desk.PgStores;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Most batches write bids and no auction, but whoever looks at a lot anew sees it as it stands. */
class KeepingAnAuctionTest {

  private static final int HISTORIES = 6;

  final TestDatabase database = TestDatabase.migrated();
  final LotStore store = PgStores.of(database).lots();

  static List<MethodTerms> methods() {
    return EveryMethod.all();
  }

  @Test
  void every_method_is_tried() {
    assertThat(EveryMethod.all().stream().map(TradeMethod::of)).contains(TradeMethod.values());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void an_auction_read_again_is_the_auction_that_was_judged(MethodTerms how) {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int i = 0; i < HISTORIES; i++) {
      String name = "seed %d, history %d".formatted(seed, i);
      EveryMethod.played(store, how, random, name, lot -> assertStands(lot, name));
      await(database.pool().query("TRUNCATE bidding.auction, bidding.bid CASCADE").execute());
    }
  }

  private void assertStands(Lot lot, String name) {
    Lot found = await(store.lot(lot.trade())).orElseThrow();
    assertThat(found.auction()).as(name).isEqualTo(lot.auction());
    assertThat(found.version()).as(name).isEqualTo(lot.version());
    assertThat(found.latestAt()).as(name).isEqualTo(lot.latestAt());
  }
}
