package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP_CLERK;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.inInstalments;
import static eco.exchange.settlement.SettlementMarket.trade;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.event.PriceEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.PaymentPlan.Later;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.books.MemoryBooksStore;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.SealedContract;
import eco.exchange.testing.Seeds;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any plan, paid in any order, early or late, with everything done again now and then. */
class PayingInstalmentsAtRandomTest {

  private static final int TRADES = 300;
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final long seed = Seeds.fresh();
  private final Random random = Seeds.of(seed);
  private final MemoryBooksStore store = new MemoryBooksStore();
  private final SettlementMarket market = new SettlementMarket(clock -> store, store);

  @Test
  void what_is_shared_is_the_price_its_interest_and_what_was_paid_for_lateness() {
    for (int number = 1; number <= TRADES; number++) {
      Money penalties = plays(trade(number));
      ContractId contract = new ContractId(trade(number), 1);
      Money due =
          await(market.instalments.of(contract)).stream()
              .map(it -> it.instalment().due())
              .reduce(penalties, Money::plus);
      Money shared = Money.ZERO;
      for (DistributionView one : await(market.door.distributions(contract))) {
        Money parts =
            one.parts().stream().map(DistributionView.Part::amount).reduce(Money.ZERO, Money::plus);
        assertThat(parts).as("seed %d, %s", seed, one.key()).isEqualTo(one.whole());
        shared = shared.plus(parts);
      }
      assertThat(shared).as("seed %d, trade %d", seed, number).isEqualTo(due);
    }
    assertThat(await(market.door.books()).areRight()).as("seed %d", seed).isTrue();
    assertThat(settled()).as("each is settled once; seed %d", seed).hasSize(TRADES);
  }

  private List<TradeId> settled() {
    return store.events.stream()
        .filter(PriceEvent.PriceSettled.class::isInstance)
        .map(event -> ((PriceEvent.PriceSettled) event).trade())
        .distinct()
        .toList();
  }

  /** Sells one right, has all of it paid, and tells what was owed for lateness. */
  private Money plays(TradeId trade) {
    Money price = new Money(100_000_000 + random.nextInt(1_000_000_000));
    SealedContract sold = inInstalments(contract(trade, ANJI, price.decimal(), "0.00"), anyPlan());
    done(market.door.open(sold, 5));
    done(market.instalments.await(sold.contract()));
    int settledBefore = settledEvents();
    int guaranteedAfter = random.nextInt(2);
    Money penalties = Money.ZERO;
    for (int step = 0; step <= sold.plan().orElseThrow().later().size() + 1; step++) {
      if (step == guaranteedAfter) {
        accepts(sold);
      } else {
        penalties = penalties.plus(pays(trade));
      }
    }
    assertThat(settledEvents()).as("seed %d, %s", seed, trade).isEqualTo(settledBefore + 1);
    return penalties;
  }

  private int settledEvents() {
    return (int) store.events.stream().filter(PriceEvent.PriceSettled.class::isInstance).count();
  }

  private void accepts(SealedContract sold) {
    AcceptGuarantee guarantee =
        new AcceptGuarantee(
            sold.contract(),
            Guarantee.SURETY,
            "担保公司",
            "担保函",
            sold.price().times(2),
            LocalDate.of(2036, 1, 1));
    for (int times = 0; times <= random.nextInt(2); times++) {
      done(market.instalments.accept(guarantee, TOWNSHIP_CLERK));
      done(market.instalments.await(sold.contract()));
    }
  }

  /** Pays one of those that are awaited, and what is owed besides if it was late. */
  private Money pays(TradeId trade) {
    List<SubAccountView> awaited = awaited(trade);
    SubAccountView account = awaited.get(random.nextInt(awaited.size()));
    Instant due = account.dueAt().orElseThrow();
    int days = random.nextInt(40) - 20;
    receives(account, due.plus(Duration.ofDays(days)).minusMillis(1));
    Money penalty = Money.ZERO;
    for (SubAccountView owed : awaited(trade)) {
      if (owed.dueAt().isEmpty()) {
        penalty = penalty.plus(owed.expected());
        receives(owed, due.plus(Duration.ofDays(60)));
      }
    }
    assertThat(penalty)
        .as("seed %d, %s, %d days late", seed, account, days)
        .isEqualTo(plainPenalty(account.expected(), days));
    return penalty;
  }

  private List<SubAccountView> awaited(TradeId trade) {
    return await(market.door.subAccountsOf(ANJI)).stream()
        .filter(account -> account.trade().equals(trade) && account.isAwaited())
        .toList();
  }

  private void receives(SubAccountView account, Instant at) {
    BankReceipt receipt =
        new BankReceipt(
            "R" + account.number(),
            account.number(),
            account.expected(),
            "付款人",
            at.truncatedTo(ChronoUnit.MILLIS));
    for (int times = 0; times <= random.nextInt(2); times++) {
      done(market.door.receive(receipt));
    }
  }

  /** Three in ten thousand a day, at most a fifth, half a fen up. */
  private static Money plainPenalty(Money amount, int days) {
    long ppm = Math.min(Math.max(0, days) * 300L, 200_000L);
    BigInteger twice =
        BigInteger.valueOf(amount.fen()).multiply(BigInteger.valueOf(ppm)).shiftLeft(1);
    return new Money(twice.add(MILLION).divide(MILLION.shiftLeft(1)).longValueExact());
  }

  private PaymentPlan anyPlan() {
    List<Later> later = new ArrayList<>();
    int left = 700_000 - random.nextInt(300_000);
    int first = Percentage.WHOLE_PPM - left;
    for (int month = 1; left > 1; month += 1 + random.nextInt(3)) {
      int part = month > 9 || random.nextBoolean() ? left : 1 + random.nextInt(left - 1);
      later.add(new Later(new Percentage(part), month));
      left -= part;
    }
    if (left > 0) {
      first += left;
    }
    return new PaymentPlan(
        new Percentage(first),
        later,
        new Percentage(1 + random.nextInt(100_000)),
        List.of(Guarantee.SURETY));
  }
}
