package eco.exchange.lab.trial;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.Application;
import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyKind;
import eco.exchange.identity.account.RegisterParty;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The admission of the bidders of a trial to the market and to its lots, by the doors. */
public final class BidderAdmission {

  private static final String CHECK_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int HASHERS = 2;
  private static final int LOTS_AT_ONCE = 10;

  /** Applications for a lot close when it is over, so it must be enough on a slow machine, too. */
  private static final Duration FOR_THE_FIRST = Duration.ofSeconds(20);

  private static final int TRIED_FIRST = 2;
  private static final Duration FOR_ALL = Duration.ofSeconds(3);
  private static final PartyId TRANSFEROR = new PartyId(TrialLots.id(1_000));
  private static final Actor OFFICER =
      new Actor(new AccountId(TrialLots.id(1_001)), new PartyId(TrialLots.id(1_002)));

  private final Applications applications;
  private final Bidding bidding;
  private final Accounts accounts;
  private final Clock clock;
  private Duration pace = FOR_THE_FIRST;

  /** Uses these doors. */
  public BidderAdmission(
      Applications applications, Bidding bidding, Accounts accounts, Clock clock) {
    this.applications = applications;
    this.bidding = bidding;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Registers the bidders as everybody is registered. */
  public void register() {
    await(
        () ->
            Multi.createFrom()
                .iterable(IntStream.range(0, TrialLots.BIDDERS).boxed().toList())
                .onItem()
                .transformToUni(this::register)
                .merge(HASHERS)
                .onItem()
                .ignoreAsUni());
  }

  private Uni<Void> register(int bidder) {
    PartyId party = TrialLots.bidders().get(bidder);
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
            new AccountId(TrialLots.id(bidder)),
            TrialLots.login(bidder),
            TrialLots.PASSWORD)
        .invoke(BidderAdmission::mustBeDone)
        .replaceWithVoid();
  }

  /**
   * Puts lots on sale, with all bidders admitted, and waits until bidding is open. The first two
   * show how much time this machine needs for the others.
   */
  public void open(List<TradeId> lots) throws InterruptedException {
    Instant allOpen = clock.instant();
    int done = 0;
    while (done < lots.size()) {
      int next = done < TRIED_FIRST ? done + 1 : lots.size();
      Instant begun = clock.instant();
      Duration needed = done < TRIED_FIRST ? FOR_THE_FIRST : pace.multipliedBy(lots.size() - done);
      Instant opening = begun.plus(FOR_ALL).plus(needed);
      allOpen = opening.isAfter(allOpen) ? opening : allOpen;
      admitAll(lots.subList(done, next), opening);
      pace = Duration.between(begun, clock.instant());
      done = next;
    }
    awaitMoment(allOpen);
  }

  private void awaitMoment(Instant moment) {
    while (clock.instant().isBefore(moment)) {
      LockSupport.parkNanos(Duration.between(clock.instant(), moment).toNanos());
    }
  }

  private void admitAll(List<TradeId> lots, Instant opening) throws InterruptedException {
    LotTerms terms = TrialLots.terms(opening);
    try (ExecutorService clerks = Executors.newFixedThreadPool(LOTS_AT_ONCE)) {
      for (Future<Void> lot :
          clerks.invokeAll(lots.stream().map(lot -> admitting(lot, terms)).toList())) {
        lot.get();
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException(refused.getCause());
    }
  }

  private Callable<Void> admitting(TradeId lot, LotTerms terms) {
    return () -> {
      mustBeDone(await(() -> bidding.schedule(lot, TRANSFEROR, terms)));
      for (PartyId bidder : TrialLots.bidders()) {
        admit(lot, bidder);
      }
      return null;
    };
  }

  private void admit(TradeId lot, PartyId bidder) {
    ApplicationId id = new ApplicationId(UUID.randomUUID());
    Application application =
        new Application(id, lot, List.of(new Paper("营业执照.pdf", "0".repeat(64))));
    Actor applicant = new Actor(new AccountId(bidder.id()), bidder);
    mustBeDone(await(() -> applications.apply(application, applicant)));
    mustBeDone(await(() -> applications.qualify(id, "符合条件", Optional.empty(), OFFICER)));
    mustBeDone(await(() -> applications.admit(lot, bidder)));
  }

  private static void mustBeDone(Answer<?> answer) {
    if (answer instanceof Answer.Refused<?> refused) {
      throw new IllegalStateException("the trial is refused: " + refused.reasons());
    }
  }

  // Each act has a context of its own, as a request has.
  private static <T> T await(Supplier<Uni<T>> act) {
    try {
      return VertxContextSupport.subscribeAndAwait(act);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
