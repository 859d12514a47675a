package eco.exchange.lab.bench.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.HeapPeak;
import eco.exchange.lab.bench.measure.LoopClients;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.Doors;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.relay.Relay;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.ChainAnswer;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.settlement.year.YearRunView;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The exchange without its web, where the doors of settlement are used.
 *
 * <p>Its arguments are the file for its figures, the seconds of a load, and what is to be measured;
 * if that is distributions, of how many contracts, and after which number they begin; if it is the
 * run of a year, its name, and if what it gave is to be paid out, after which contract and until
 * which.
 */
public class SettlementLoad implements QuarkusApplication {

  static final int ONE_EACH = 32;
  static final int ACCOUNTS = 10_000;

  private static final Logger LOG = Logger.getLogger(SettlementLoad.class);
  private static final AccountName ESCROW = AccountName.of("hot", AccountPurpose.ESCROW);

  private final GeneralLedger ledger;
  private final IncomeLoad incomes;
  private final YearEnd yearEnd;
  private final Relay relay;
  private final LoopClients clients;
  private final Clock clock;
  private final Figures figures = new Figures(SettlementPart.BENCH, LOG::info);
  private final SplittableRandom random = new SplittableRandom(1);

  /** Uses the doors of the exchange that has started. */
  public SettlementLoad() {
    this.ledger = Doors.of(GeneralLedger.class);
    this.yearEnd = Doors.of(YearEnd.class);
    this.relay = Doors.of(Relay.class);
    this.clock = Doors.of(Clock.class);
    this.clients = new LoopClients(Doors.of(Vertx.class));
    this.incomes =
        new IncomeLoad(
            Doors.of(Revenues.class),
            Doors.of(RevenueReview.class),
            Doors.of(Disbursements.class),
            clients);
  }

  /** Runs the counting house as a program. */
  public static void main(String... arguments) {
    Quarkus.run(
        SettlementLoad.class,
        (code, failure) -> System.exit(failure == null ? code : 1),
        arguments);
  }

  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    // What follows from a distribution elsewhere in the market is not what is measured.
    relay.stop();
    Duration load = Duration.ofSeconds(Long.parseLong(arguments[1]));
    switch (SettlementPart.valueOf(arguments[2])) {
      case SPREAD -> spread(load);
      case HOT -> hot(load);
      case DISTRIBUTION ->
          incomes.share(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), figures);
      case PAYEES -> {
        payees(arguments[3]);
        if (arguments.length > 4) {
          incomes.payOut(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        }
      }
      case PLAIN -> throw new IllegalArgumentException("nothing of ours is plain");
    }
    figures.append(Path.of(arguments[0]));
    return 0;
  }

  private void spread(Duration load) throws InterruptedException {
    fund();
    Instant now = clock.instant();
    measure("spread_transfer", load, number -> post("spread-" + number, anyone(), anyone(), now));
  }

  private void hot(Duration load) throws InterruptedException {
    fund();
    Instant now = clock.instant();
    measure("hot_transfer", load, number -> post("hot-" + number, anyone(), ESCROW, now));
  }

  private interface Posting {
    Uni<?> number(String number);
  }

  private void measure(String name, Duration load, Posting posting) throws InterruptedException {
    clients.during(
        number -> posting.number("warm-" + number),
        IncomeLoad.IN_FLIGHT,
        IncomeLoad.WARM_UP.toNanos());
    figures.add(
        name + "_rate",
        clients
            .during(
                number -> posting.number("full-" + number), IncomeLoad.IN_FLIGHT, load.toNanos())
            .rate(),
        "transfers/s");
    figures.add(
        name + "_rate_one_each",
        clients
            .during(number -> posting.number("each-" + number), ONE_EACH, load.toNanos() / 2)
            .rate(),
        "transfers/s");
  }

  private void fund() throws InterruptedException {
    AccountName bank = AccountName.of("bench", AccountPurpose.BANK);
    Instant now = clock.instant();
    clients.of(
        number ->
            post(
                "fund-%s-%d".formatted(now, number),
                bank,
                account((int) number),
                new Money(1_000_000_000),
                now),
        IncomeLoad.IN_FLIGHT,
        ACCOUNTS);
  }

  private Uni<?> post(String key, AccountName from, AccountName to, Instant at) {
    return from.equals(to) ? Uni.createFrom().voidItem() : post(key, from, to, new Money(1), at);
  }

  private Uni<?> post(String key, AccountName from, AccountName to, Money amount, Instant at) {
    return ledger
        .post(TransferChain.of(Transfer.moving(key, from, to, amount, TransferCode.ASSIGNMENT, at)))
        .invoke(SettlementLoad::mustBeMade);
  }

  private static void mustBeMade(ChainAnswer answer) {
    if (answer instanceof ChainAnswer.Refused refused) {
      throw new IllegalStateException("the ledger refuses a transfer: " + refused);
    }
  }

  private synchronized AccountName anyone() {
    return account(random.nextInt(ACCOUNTS));
  }

  private static AccountName account(int number) {
    return AccountName.of("account_" + number, AccountPurpose.DEPOSIT);
  }

  private void payees(String name) {
    HeapPeak heap = HeapPeak.watched();
    long begun = System.nanoTime();
    approve();
    long shared =
        yearEnd
            .goOn((contract, year) -> Uni.createFrom().voidItem())
            .await()
            .indefinitely()
            .stream()
            .mapToLong(YearRunView::shared)
            .sum();
    long millis = (System.nanoTime() - begun) / 1_000_000;
    figures.add(name + "_contracts", shared, "contracts");
    figures.add(Ratios.seconds(name + "_s", millis));
    figures.add(name + "_peak_mb", heap.peakMegabytes(), "MiB");
  }

  // Where a run was broken off, it is the one that is gone on with.
  private void approve() {
    Answer<YearRunView> proposed =
        yearEnd.propose(ContractStock.YEAR, clerk(1)).await().indefinitely();
    if (proposed instanceof Answer.Done<YearRunView> run) {
      yearEnd.approve(run.value().run(), clerk(2)).await().indefinitely();
    }
  }

  private static Actor clerk(int number) {
    return new Actor(new AccountId(new UUID(0, number)), new PartyId(new UUID(0, 0)));
  }
}
