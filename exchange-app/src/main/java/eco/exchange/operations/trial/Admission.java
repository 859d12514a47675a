package eco.exchange.operations.trial;

import eco.exchange.bidding.Application;
import eco.exchange.bidding.Application.Paper;
import eco.exchange.bidding.Bidding;
import eco.exchange.identity.Accounts;
import eco.exchange.identity.PartyKind;
import eco.exchange.identity.RegisterParty;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.LotTerms;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Lets the bidders of a trial into the market and into its lots, by the doors. */
public final class Admission {

  private static final String CHECK_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int HASHERS = 2;
  private static final int LOTS_AT_ONCE = 10;
  private static final Duration FOR_THE_FIRST = Duration.ofSeconds(8);
  private static final Duration FOR_THE_OTHERS = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final PartyId TRANSFEROR = new PartyId(Sale.id(1_000));
  private static final Actor OFFICER =
      new Actor(new AccountId(Sale.id(1_001)), new PartyId(Sale.id(1_002)));

  private final Bidding bidding;
  private final Accounts accounts;
  private final Clock clock;

  /** Uses these doors. */
  public Admission(Bidding bidding, Accounts accounts, Clock clock) {
    this.bidding = bidding;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Registers the bidders as everybody is registered. */
  public void register() {
    await(
        Multi.createFrom()
            .iterable(IntStream.range(0, Sale.BIDDERS).boxed().toList())
            .onItem()
            .transformToUni(this::register)
            .merge(HASHERS)
            .onItem()
            .ignoreAsUni());
  }

  private Uni<Void> register(int bidder) {
    PartyId party = Sale.bidders().get(bidder);
    String number =
        CHECK_CHARACTERS
            .chars()
            .mapToObj(check -> "91640425MA%07d%c".formatted(bidder, check))
            .filter(code -> CreditCode.of(code).isPresent())
            .findFirst()
            .orElseThrow();
    return accounts
        .registerBidder(
            new RegisterParty(party, PartyKind.ENTERPRISE, "测试竞买人" + bidder, number),
            new AccountId(Sale.id(bidder)),
            Sale.login(bidder),
            Sale.PASSWORD)
        .invoke(Admission::mustBeDone)
        .replaceWithVoid();
  }

  /**
   * Puts lots on sale, with all bidders admitted, and waits until bidding is open. The first shows
   * how much time this machine needs for the others.
   */
  public void open(List<TradeId> lots) {
    Instant begun = clock.instant();
    Instant firstOpening = begun.plus(FOR_THE_FIRST);
    admitAll(lots.subList(0, 1), firstOpening);
    Duration pace = Duration.between(begun, clock.instant());
    Instant opening =
        clock.instant().plus(FOR_THE_OTHERS).plus(pace.multipliedBy(lots.size() - 1L));
    admitAll(lots.subList(1, lots.size()), opening);
    awaitMoment(firstOpening);
    if (lots.size() > 1) {
      awaitMoment(opening);
    }
  }

  private void awaitMoment(Instant moment) {
    while (clock.instant().isBefore(moment)) {
      LockSupport.parkNanos(Duration.between(clock.instant(), moment).toNanos());
    }
  }

  private void admitAll(List<TradeId> lots, Instant opening) {
    LotTerms terms = Sale.terms(opening);
    await(
        Multi.createFrom()
            .iterable(lots)
            .onItem()
            .transformToUni(lot -> admitAll(lot, terms))
            .merge(LOTS_AT_ONCE)
            .onItem()
            .ignoreAsUni());
  }

  private Uni<Void> admitAll(TradeId lot, LotTerms terms) {
    return bidding
        .schedule(lot, TRANSFEROR, terms)
        .invoke(Admission::mustBeDone)
        .onItem()
        .transformToMulti(scheduled -> Multi.createFrom().iterable(Sale.bidders()))
        .onItem()
        .transformToUniAndConcatenate(bidder -> admit(lot, bidder))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> admit(TradeId lot, PartyId bidder) {
    ApplicationId id = new ApplicationId(UUID.randomUUID());
    Application application =
        new Application(id, lot, List.of(new Paper("营业执照.pdf", "0".repeat(64))));
    return bidding
        .apply(application, new Actor(new AccountId(bidder.id()), bidder))
        .invoke(Admission::mustBeDone)
        .chain(() -> bidding.qualify(id, "符合条件", Optional.empty(), OFFICER))
        .invoke(Admission::mustBeDone)
        .chain(() -> bidding.admit(lot, bidder))
        .invoke(Admission::mustBeDone)
        .replaceWithVoid();
  }

  private static void mustBeDone(Answer<?> answer) {
    if (answer instanceof Answer.Refused<?> refused) {
      throw new IllegalStateException("the trial is refused: " + refused.reasons());
    }
  }

  private static void await(Uni<Void> work) {
    work.await().atMost(PATIENCE);
  }
}
