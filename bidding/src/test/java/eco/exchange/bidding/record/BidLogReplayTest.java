package eco.exchange.bidding.record;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.money.Money;
import eco.exchange.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BidLogReplayTest {

  private static final Instant LATE = TERMS.closesAt().minusSeconds(60);
  private static final List<BidView> LOG =
      List.of(
          new BidView(1, "4711", Money.yuan("50.00"), TERMS.opensAt(), TERMS.closesAt(), false),
          new BidView(2, "1234", Money.yuan("53.00"), LATE, LATE.plusSeconds(300), false),
          new BidView(
              3, "4711", Money.yuan("54.00"), LATE.plusSeconds(9), LATE.plusSeconds(309), false));

  @Test
  void an_honest_log_leads_to_its_result() {
    assertThat(BidLogReplay.of(LOT, TERMS, LOG))
        .isEqualTo(
            new BidLogReplay(
                Optional.of("4711"),
                Optional.of(Money.yuan("54.00")),
                LATE.plusSeconds(309),
                2,
                Optional.empty()));
  }

  @Test
  void a_log_without_bids_has_no_leader() {
    BidLogReplay replay = BidLogReplay.of(LOT, TERMS, List.of());

    assertThat(replay.paddle()).isEmpty();
    assertThat(replay.fault()).isEmpty();
    assertThat(replay.closesAt()).isEqualTo(TERMS.closesAt());
  }

  @Test
  void a_missing_bid_is_found() {
    assertThat(BidLogReplay.of(LOT, TERMS, List.of(LOG.get(0), LOG.get(2))).fault()).isPresent();
    assertThat(BidLogReplay.of(LOT, TERMS, List.of(LOG.get(1), LOG.get(2))).fault()).isPresent();
  }

  @Test
  void a_changed_price_time_or_closing_is_found() {
    BidView last = LOG.getLast();
    Instant placedAt = last.placedAt();
    assertThat(
            List.of(
                new BidView(3, "1234", last.price(), placedAt, last.closesAt(), false),
                new BidView(3, "4711", Money.yuan("53.50"), placedAt, last.closesAt(), false),
                new BidView(3, "4711", Money.yuan("53.00"), placedAt, last.closesAt(), false),
                new BidView(
                    3, "4711", last.price(), placedAt.plusSeconds(1), last.closesAt(), false),
                new BidView(
                    3, "4711", last.price(), LATE.minusSeconds(1), LATE.plusSeconds(300), false),
                new BidView(
                    3, "4711", last.price(), placedAt, last.closesAt().plusSeconds(1), false),
                new BidView(4, "4711", last.price(), placedAt, last.closesAt(), false)))
        .allSatisfy(
            forged -> {
              List<BidView> log = new ArrayList<>(LOG);
              log.set(2, forged);
              assertThat(BidLogReplay.of(LOT, TERMS, log).fault()).isPresent();
            });
  }

  @Test
  void a_log_with_bids_for_sealed_ceilings_leads_to_its_result() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int history = 0; history < 500; history++) {
      Auction auction = Auction.of(LOT, TERMS);
      List<BidView> log = new ArrayList<>();
      Instant now = TERMS.closesAt().minusSeconds(600);
      for (int i = 0; i < 20; i++) {
        now = now.plusSeconds(random.nextInt(100));
        Money price = new Money(5_000 + 100L * random.nextInt(2 * i + 1));
        Act act = random.nextBoolean() ? new Act.Bid(price) : new Act.Ceiling(price);
        String paddle = (random.nextInt(3) == 0 ? "P1-" : "") + random.nextInt(3);
        Outcome outcome = auction.judge(new PlacedAct(paddle, act, now));
        if (outcome.answer() instanceof BidAnswer.Accepted it) {
          log.add(new BidView(it.seq(), paddle, it.price(), now, it.closesAt(), false));
        }
        for (Outcome.Raise it : outcome.raises()) {
          log.add(new BidView(it.seq(), it.paddle(), it.price(), now, it.closesAt(), true));
        }
        auction = outcome.next();
      }
      BidLogReplay replay = BidLogReplay.of(LOT, TERMS, log);
      assertThat(replay.fault()).as("seed %d, history %d", seed, history).isEmpty();
      assertThat(replay.price()).isEqualTo(auction.standing(now).leading().map(Lead::price));
      assertThat(replay.closesAt()).isEqualTo(auction.standing(now).endsAt());
    }
  }
}
