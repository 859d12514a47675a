package eco.exchange.bidding.record;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.MemoryStores;
import eco.exchange.bidding.lot.ActBatch;
import eco.exchange.bidding.lot.AuctionJson;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.EveryMethod;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random auctions of every method, through the batches of the queue, and their records. */
class ReplayingARecordTest {

  private static final int HISTORIES = 60;

  static List<MethodTerms> methods() {
    return EveryMethod.all();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_record_replays_to_its_ending_and_no_change_of_it_does(MethodTerms how) throws IOException {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    int sold = 0;
    long acts = 0;
    for (int i = 0; i < HISTORIES; i++) {
      String name = "seed %d, history %d".formatted(seed, i);
      MemoryStores stores = new MemoryStores();
      Lot lot =
          EveryMethod.played(
              stores,
              how,
              random,
              name,
              state ->
                  assertThat(AuctionJson.auction(AuctionJson.write(state.auction())))
                      .as(name)
                      .isEqualTo(state.auction()));
      String record = recordOf(stores);
      RecordReplay replay = replayed(record);

      assertThat(replay.fault()).as(name).isEmpty();
      Ending ending = ((Closed) lot.auction()).ending();
      assertThat(replay.ending()).as(name).contains(ending);
      assertThat(replay.method()).isEqualTo(TradeMethod.of(how));
      for (int change = 0; change < 3; change++) {
        String forged = changed(record, random);
        assertThat(faultOf(forged)).as(name + "\n" + forged).isNotEmpty();
      }
      sold += ending instanceof Ending.Sold ? 1 : 0;
      acts += replay.acts();
    }
    assertThat(sold).as("some sell; seed %d", seed).isPositive();
    assertThat(acts).as("not all is refused; seed %d", seed).isGreaterThan(HISTORIES);
  }

  private static String recordOf(MemoryStores stores) {
    List<String> lines =
        await(done(new AuctionRecords(stores, stores).record(LOT)).collect().asList());
    return String.join("", lines);
  }

  private static RecordReplay replayed(String record) throws IOException {
    return RecordChecker.check(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> faultOf(String record) {
    try {
      return replayed(record).fault();
    } catch (IOException unreadable) {
      return Optional.of("unreadable");
    }
  }

  /** Another letter somewhere, or a line less, twice, or in another place. */
  private static String changed(String record, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(record.split("(?<=\n)")));
    int one = random.nextInt(lines.size());
    int other = (one + 1 + random.nextInt(lines.size() - 1)) % lines.size();
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(one, lines.get(one));
      case 2 -> Collections.swap(lines, one, other);
      default -> {
        int at = random.nextInt(record.length());
        char letter = record.charAt(at) == '7' ? '8' : '7';
        return record.substring(0, at) + letter + record.substring(at + 1);
      }
    }
    return String.join("", lines);
  }

  @Test
  void a_lot_for_which_nobody_applied_has_a_record_too() throws IOException {
    MemoryStores stores = new MemoryStores();
    LotTerms terms = EveryMethod.terms(new MethodTerms.SealedOneShot());
    Lot lot =
        new Lot(LOT, PENGYANG, 1, Auction.of(LOT, terms), Instant.EPOCH, 0, Map.of(), Set.of());
    await(stores.schedule(lot));
    await(
        stores.commit(
            ActBatch.of(
                lot,
                List.of(),
                terms.applicationsCloseAt(),
                Rulebook.published().edition(terms.ruleEdition()).bounds()),
            Optional.empty()));

    assertThat(replayed(recordOf(stores)).fault()).isEmpty();
    assertThat(replayed(recordOf(stores)).ending())
        .contains(new Ending.Unsold(Ending.Cause.NO_BID));
  }

  @Test
  void a_record_has_secrets_until_the_lot_is_closed() {
    Hall hall = new Hall(MemoryStores.fresh());
    AuctionRecords records = new AuctionRecords(hall.stores.lots(), hall.stores.book());
    Hall.refused(records.record(LOT), BiddingRefusal.NO_SUCH_LOT);
    hall.schedule();
    Hall.refused(records.record(LOT), BiddingRefusal.LOT_NOT_CLOSED);
  }

  @Test
  void a_record_is_recognised_by_its_beginning() {
    assertThat(RecordChecker.isRecord(RecordLine.BEGINNING.getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(RecordChecker.isRecord("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(faultOf("")).isNotEmpty();
    assertThat(faultOf("{}\n")).isNotEmpty();
  }
}
