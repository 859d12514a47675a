package eco.exchange.bidding.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.Application;
import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.application.PartyRegister;
import eco.exchange.bidding.application.PartyRegister.Concern;
import eco.exchange.bidding.application.PartyRegister.Insider;
import eco.exchange.bidding.application.PartyRegister.Interests;
import eco.exchange.bidding.application.SeededApplications;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.live.LiveBoard;
import eco.exchange.calendar.MarketClock;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A hall in which a test sells a lot: one door, a clock moved by hand, and people by name. */
public final class Hall {

  public static final TradeId LOT =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 1);
  public static final PartyId PENGYANG = party("彭阳县水务局");
  public static final Actor OFFICER = actor("officer", "centre");
  public static final Actor REVIEWER = actor("reviewer", "centre");
  public static final Actor APPROVER = actor("approver", "centre");
  public static final LotTerms TERMS =
      new LotTerms(
          Money.yuan("50.00"),
          Money.yuan("1.00"),
          Money.yuan("10.00"),
          Instant.parse("2026-03-16T16:00:00Z"),
          Instant.parse("2026-03-26T16:00:00Z"),
          Instant.parse("2026-03-27T01:00:00Z"),
          Instant.parse("2026-03-28T01:00:00Z"),
          new MethodTerms.English(Duration.ofMinutes(5), Optional.empty()),
          "2025-COLLECTIVE-ENGLISH_ONLINE");

  LotTerms terms = TERMS;
  public final MarketClock clock;
  public final Stores stores;
  public final Bidding bidding;
  public final Applications applications;
  public final Awards awards;
  public final Bans bans;

  /** Real time; empty if an hour passes whenever somebody looks, so that nothing stays fresh. */
  public Optional<AtomicLong> watch = Optional.empty();

  private final AtomicLong hours = new AtomicLong();

  public Hall(Stores stores) {
    this(stores, new MarketClock(fixed("2026-03-02T01:00:00Z"), Duration.ZERO), 4_096);
  }

  Hall(Stores stores, MarketClock clock, int waitingMax) {
    this.clock = clock;
    this.stores = stores;
    this.bans = new Bans(stores.bans(), clock);
    this.awards =
        new Awards(stores.awards(), stores.lots(), stores.applications(), REGISTER, bans, clock);
    this.bidding =
        new Bidding(stores.lots(), stores.book(), stores.awards(), clock, this::nanos, waitingMax);
    this.applications =
        SeededApplications.of(stores.lots(), stores.applications(), REGISTER, bans, bidding, clock);
  }

  private long nanos() {
    return watch.orElse(hours).getAndAdd(watch.isPresent() ? 0 : Duration.ofHours(1).toNanos());
  }

  private static final List<Insider> INSIDERS =
      List.of(
          new Insider(Concern.TRANSFEROR, PENGYANG, codeOf(PENGYANG)),
          new Insider(Concern.CENTRE, party("centre"), codeOf(party("centre"))),
          new Insider(Concern.APPRAISER, party("塞上评估"), codeOf(party("塞上评估"))));

  /** Everybody is registered; the code is made of the name. */
  private static final PartyRegister REGISTER =
      (trade, party) -> Uni.createFrom().item(new Interests(codeOf(party), INSIDERS));

  /** The credit code of a party: eight digits, nine of its identity, and the check character. */
  public static String codeOf(PartyId party) {
    int digits = Math.floorMod(party.id().hashCode(), 1_000_000_000);
    String body = "91640104%09d".formatted(digits);
    return "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .mapToObj(check -> body + (char) check)
        .filter(code -> CreditCode.of(code).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Clock fixed(String moment) {
    return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
  }

  /** The same hall seen from another node. */
  public Hall nextDoor(Stores others) {
    return new Hall(others, clock, 4_096);
  }

  public void schedule() {
    done(bidding.schedule(LOT, PENGYANG, terms));
  }

  /** Schedules the lot and brings these bidders to their paddles. */
  public void admits(String... names) {
    schedule();
    for (String name : names) {
      applies(name);
      qualifies(name);
    }
    clock.moveTo(TERMS.applicationsCloseAt());
    for (String name : names) {
      done(applications.admit(LOT, party(name)));
    }
  }

  public ApplicationView qualifies(String name) {
    return done(applications.qualify(applicationOf(name), "符合公告条件", Optional.empty(), OFFICER));
  }

  public ApplicationView applies(String name) {
    return done(applications.apply(application(name), actor(name, name)));
  }

  public void opens() {
    clock.moveTo(TERMS.opensAt());
  }

  /** Lets the time come at which bidding is over, and rings the bell. */
  public void closes() {
    clock.moveTo(await(bidding.auction(LOT)).orElseThrow().closesAt());
    rings();
  }

  public void rings() {
    bidding.ring().await().indefinitely();
  }

  public BidAnswer bids(String name, String price) {
    return bids(name, price, UUID.randomUUID().toString());
  }

  BidAnswer bids(String name, String price, String key) {
    return await(bidding.placeBid(new PlaceBid(LOT, party(name), Money.yuan(price), key)));
  }

  public String paddleOf(String name) {
    return await(applications.paddleOf(LOT, party(name))).orElseThrow().paddle();
  }

  /** The board of this node. */
  public LiveBoard board() {
    return bidding.board();
  }

  public AuctionView auction() {
    return await(bidding.auction(LOT)).orElseThrow();
  }

  public List<MarketEvent> events() {
    return stores.told().events();
  }

  public <T extends MarketEvent> List<T> events(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public static Application application(String name) {
    return new Application(
        applicationOf(name), LOT, List.of(new Paper("营业执照.pdf", "0123456789abcdef".repeat(4))));
  }

  public static ApplicationId applicationOf(String name) {
    return new ApplicationId(named("application " + name));
  }

  public static PartyId party(String name) {
    return new PartyId(named("party " + name));
  }

  public static Actor actor(String person, String party) {
    return new Actor(new AccountId(named("account " + person)), party(party));
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }

  public static <T> T done(Uni<Answer<T>> answer) {
    return switch (await(answer)) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused);
    };
  }

  public static <T> void refused(Uni<Answer<T>> answer, Reason... reasons) {
    switch (await(answer)) {
      case Answer.Done<T> done -> throw new AssertionError(done);
      case Answer.Refused<T> refused ->
          assertThat(refused.reasons()).extracting(Refusal::reason).containsExactly(reasons);
    }
  }

  public static String worded(BidAnswer answer) {
    return switch (answer) {
      case BidAnswer.Accepted accepted -> "accepted";
      case BidAnswer.Noted noted -> "noted";
      case BidAnswer.Refused refused -> refused.reason().name();
    };
  }
}
