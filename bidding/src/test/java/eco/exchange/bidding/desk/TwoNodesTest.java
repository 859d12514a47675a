package eco.exchange.bidding.desk;

import static eco.exchange.bidding.award.LapseCause.DECLINED;
import static eco.exchange.bidding.desk.Hall.APPROVER;
import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.REVIEWER;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.application;
import static eco.exchange.bidding.desk.Hall.applicationOf;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.PaddleView;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.award.AwardView.State;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.record.BidLogReplay;
import eco.exchange.calendar.MarketClock;
import eco.exchange.event.ApplicationEvent.BidderAdmitted;
import eco.exchange.event.ApplicationEvent.BidderApplied;
import eco.exchange.event.ApplicationEvent.BidderQualified;
import eco.exchange.event.ApplicationEvent.BidderRejected;
import eco.exchange.event.ApplicationEvent.BidderWithdrew;
import eco.exchange.event.AwardEvent.AwardApproved;
import eco.exchange.event.AwardEvent.AwardLapsed;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.money.Money;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two nodes serve one lot on one database, without knowing of each other. */
class TwoNodesTest {

  private static final int BIDDERS = 40;
  private static final int BIDS = 50;

  final TestDatabase database = TestDatabase.migrated();
  final Hall one = new Hall(PgStores.of(database));
  final Hall other = one.nextDoor(PgStores.of(database));

  @Test
  void two_thousand_bids_make_one_gapless_rising_log_and_every_answer_stands() throws Exception {
    String[] names =
        IntStream.range(0, BIDDERS).mapToObj(i -> "bidder " + i).toArray(String[]::new);
    one.admits(names);
    one.opens();
    long seed = Seeds.fresh();
    Map<PlaceBid, BidAnswer> answers = new ConcurrentHashMap<>();
    together(BIDDERS, i -> () -> bidding(names[i], Seeds.of(seed + i), answers));

    List<BidView> log = log();
    assertThat(log).extracting(BidView::seq).containsExactlyElementsOf(upTo(log.size()));
    assertThat(BidLogReplay.of(LOT, TERMS, log).fault()).isEmpty();
    assertThat(answers).hasSize(BIDDERS * BIDS);
    assertThat(accepted(answers)).isEqualTo(byName(log));
    assertThat(log.size()).as("bids that led").isGreaterThan(BIDS);
    answers.forEach(
        (bid, answer) -> assertThat(await(other.bidding.placeBid(bid))).isEqualTo(answer));
  }

  /** Bids on and on at either node, mostly lawfully, and now and then the same twice. */
  private Void bidding(String name, Random random, Map<PlaceBid, BidAnswer> answers) {
    for (int i = 0; i < BIDS; i++) {
      Bidding here = random.nextBoolean() ? one.bidding : other.bidding;
      Bidding there = random.nextBoolean() ? one.bidding : other.bidding;
      Money next = await(there.auction(LOT)).orElseThrow().nextPriceMin().orElseThrow();
      Money price = next.plus(new Money(50L * random.nextInt(7)));
      PlaceBid bid = new PlaceBid(LOT, party(name), price, name.replace(' ', '-') + "/" + i);
      Uni<BidAnswer> twice =
          Uni.combine()
              .all()
              .unis(here.placeBid(bid), there.placeBid(bid))
              .with(
                  (first, second) -> {
                    assertThat(second).isEqualTo(first);
                    return first;
                  });
      answers.put(bid, await(random.nextInt(5) == 0 ? twice : here.placeBid(bid)));
    }
    return null;
  }

  private Map<Long, List<Object>> accepted(Map<PlaceBid, BidAnswer> answers) {
    Map<Long, List<Object>> found = new HashMap<>();
    answers.forEach(
        (bid, answer) -> {
          if (answer instanceof Accepted it) {
            String paddle =
                await(one.applications.paddleOf(LOT, bid.bidder())).orElseThrow().paddle();
            found.put(it.seq(), List.of(paddle, it.price(), it.placedAt(), it.closesAt()));
          }
        });
    return found;
  }

  private static Map<Long, List<Object>> byName(List<BidView> log) {
    Map<Long, List<Object>> found = new HashMap<>();
    log.forEach(
        bid ->
            found.put(
                bid.seq(), List.of(bid.paddle(), bid.price(), bid.placedAt(), bid.closesAt())));
    return found;
  }

  private List<BidView> log() {
    List<BidView> log = new ArrayList<>();
    List<BidView> page = await(one.bidding.bids(LOT, 0, 200));
    while (!page.isEmpty()) {
      log.addAll(page);
      page = await(one.bidding.bids(LOT, log.getLast().seq(), 200));
    }
    return log;
  }

  @Test
  void a_node_whose_clock_is_behind_does_not_turn_time_back() {
    one.admits("安吉", "丽水");
    one.opens();
    MarketClock behind = new MarketClock(one.clock, Duration.ofSeconds(-2));
    Hall slow = new Hall(other.stores, behind, 9);
    one.bids("安吉", "50.00");
    slow.bids("丽水", "51.00");

    assertThat(log()).extracting(BidView::placedAt).containsOnly(TERMS.opensAt());
  }

  @Test
  void a_party_that_applies_at_both_at_once_has_applied_once() throws Exception {
    one.schedule();
    List<Answer<ApplicationView>> answers =
        together(
            20, i -> () -> await(at(i).applications.apply(application("安吉"), actor("安吉", "安吉"))));

    assertThat(answers).allMatch(Answer.Done.class::isInstance);
    assertThat(one.events(BidderApplied.class)).hasSize(1);
    assertThat(await(one.stores.lots().lot(LOT)).orElseThrow().applicants()).isOne();
  }

  @Test
  void none_of_many_applications_at_once_is_lost() throws Exception {
    one.schedule();
    together(30, i -> () -> at(i).applies("bidder " + i));

    assertThat(one.events(BidderApplied.class)).hasSize(30);
    assertThat(await(one.stores.lots().lot(LOT)).orElseThrow().applicants()).isEqualTo(30);
  }

  @Test
  void bidders_admitted_at_once_get_one_paddle_each_and_all_another() throws Exception {
    one.schedule();
    for (int i = 0; i < 10; i++) {
      one.applies("bidder " + i);
      done(one.applications.qualify(applicationOf("bidder " + i), "符合", Optional.empty(), OFFICER));
    }
    List<PaddleView> paddles =
        together(40, i -> () -> done(at(i).applications.admit(LOT, party("bidder " + i % 10))));

    assertThat(paddles.stream().map(PaddleView::paddle).distinct()).hasSize(10);
    assertThat(paddles.stream().distinct()).hasSize(10);
    assertThat(one.events(BidderAdmitted.class)).hasSize(10);
  }

  @Test
  void an_application_is_decided_once_and_all_hear_the_same() throws Exception {
    one.schedule();
    one.applies("安吉");
    List<Answer<ApplicationView>> answers =
        together(
            10,
            i ->
                () ->
                    await(
                        i % 2 == 0
                            ? at(i / 2)
                                .applications
                                .qualify(applicationOf("安吉"), "符合", Optional.empty(), OFFICER)
                            : at(i / 2).applications.reject(applicationOf("安吉"), "不符", OFFICER)));

    assertThat(answers.stream().filter(Answer.Done.class::isInstance).distinct()).hasSize(1);
    assertThat(one.events(BidderQualified.class).size() + one.events(BidderRejected.class).size())
        .isOne();
  }

  @Test
  void two_bells_close_a_lot_once() throws Exception {
    one.admits("安吉");
    one.opens();
    one.bids("安吉", "50.00");
    one.clock.moveTo(TERMS.closesAt());
    together(8, i -> () -> await(at(i).bidding.ring().replaceWith(true)));

    assertThat(one.events(LotAwarded.class)).hasSize(1);
  }

  @Test
  void an_award_is_decided_once_and_all_hear_the_same() throws Exception {
    one.admits("安吉");
    one.opens();
    one.bids("安吉", "50.00");
    one.closes();
    one.clock.moveTo(await(one.awards.award(LOT)).orElseThrow().publicityEndsAt());
    together(
        10,
        i ->
            () ->
                await(
                    i % 2 == 0
                        ? at(i / 2).awards.approve(LOT, REVIEWER, APPROVER)
                        : at(i / 2).awards.refuse(LOT, "异议成立", OFFICER)));

    assertThat(one.events(AwardApproved.class).size() + one.events(LotUnsold.class).size()).isOne();
  }

  @Test
  void an_award_lapses_once_and_goes_once_to_the_runner_up_whoever_says_so() throws Exception {
    one.admits("安吉", "丽水");
    one.opens();
    one.bids("安吉", "50.00");
    one.bids("丽水", "51.00");
    one.closes();
    together(8, i -> () -> await(at(i).awards.proposeLapse(LOT, DECLINED, "不签", OFFICER)));
    together(
        12,
        i ->
            () ->
                await(
                    i % 3 == 0
                        ? at(i).awards.dismissLapse(LOT, 1, APPROVER)
                        : at(i).awards.lapse(LOT, 1, i % 2 == 0 ? APPROVER : REVIEWER)));
    boolean lapsed = one.events(AwardLapsed.class).size() == 1;
    State state = await(one.awards.award(LOT, 1)).orElseThrow().state();
    assertThat(state).isEqualTo(lapsed ? State.LAPSED : State.PUBLISHED);
    if (!lapsed) {
      done(one.awards.proposeLapse(LOT, DECLINED, "不签", OFFICER));
      done(one.awards.lapse(LOT, 1, APPROVER));
    }
    together(
        12,
        i ->
            () ->
                await(
                    i % 3 == 0
                        ? at(i).awards.giveUp(LOT, 1, OFFICER)
                        : at(i).awards.awardRunnerUp(LOT, 1, OFFICER)));

    assertThat(one.events(AwardLapsed.class)).hasSize(1);
    assertThat(one.events(LotUnsold.class).size() + one.events(LotAwarded.class).size() - 1)
        .as("the lot went on once")
        .isOne();
  }

  @Test
  void an_award_is_approved_or_lapses_and_after_both_it_has_lapsed() throws Exception {
    one.admits("安吉");
    one.opens();
    one.bids("安吉", "50.00");
    one.closes();
    one.clock.moveTo(await(one.awards.award(LOT)).orElseThrow().publicityEndsAt());
    done(one.awards.proposeLapse(LOT, DECLINED, "不签", OFFICER));
    together(
        10,
        i ->
            () ->
                await(
                    i % 2 == 0
                        ? at(i / 2).awards.refuse(LOT, "异议成立", OFFICER).replaceWith(0)
                        : at(i / 2).awards.lapse(LOT, 1, APPROVER).replaceWith(0)));

    assertThat(one.events(AwardLapsed.class).size() + one.events(LotUnsold.class).size()).isOne();
    assertThat(await(one.awards.award(LOT)).orElseThrow().state())
        .isEqualTo(one.events(LotUnsold.class).isEmpty() ? State.LAPSED : State.REFUSED);
  }

  @Test
  void who_withdraws_while_being_admitted_has_no_paddle() throws Exception {
    one.schedule();
    one.applies("丽水");
    one.applies("安吉");
    one.qualifies("安吉");
    together(
        64,
        i ->
            () ->
                await(
                    i % 8 != 7
                        ? at(i / 2).applications.admit(LOT, party("安吉")).replaceWith(0)
                        : at(i / 2)
                            .applications
                            .withdraw(applicationOf("安吉"), actor("安吉", "安吉"))
                            .replaceWith(0)));

    assertThat(await(one.applications.paddleOf(LOT, party("安吉")))).isEmpty();
    assertThat(one.events(BidderWithdrew.class)).hasSize(1);
    assertThat(await(one.stores.lots().lot(LOT)).orElseThrow().applicants()).isOne();
  }

  private Hall at(int i) {
    return i % 2 == 0 ? one : other;
  }

  private static <T> List<T> together(int count, IntFunction<Callable<T>> act)
      throws InterruptedException, ExecutionException {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : people.invokeAll(IntStream.range(0, count).mapToObj(act).toList())) {
        results.add(result.get());
      }
      return results;
    }
  }

  private static List<Long> upTo(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }
}
