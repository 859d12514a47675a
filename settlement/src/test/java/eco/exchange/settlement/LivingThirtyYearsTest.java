package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.books.MemoryBooksStore;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.sharing.ContractTerm;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Contracts drawn at random live for thirty years: reported late or never, in parts, too much,
 * taken back, corrected, under-reported and supplemented. Over all of it each payee gets what the
 * clauses say to the fen, no year is hidden, and who defaults gains nothing. More lives are lived
 * with {@code -Dlives=10000}.
 */
class LivingThirtyYearsTest {

  private static final int LIVES = Integer.getInteger("lives", 60);
  private static final int YEARS = 30;

  private final long seed = Seeds.fresh();
  private final Random random = Seeds.of(seed);
  private int receipts;

  @Test
  void in_memory_each_payee_has_what_the_clauses_say() {
    for (int life = 1; life <= LIVES; life++) {
      MemoryBooksStore store = new MemoryBooksStore();
      new Life(new SettlementMarket(clock -> store, store), life).isLived();
    }
  }

  @Test
  void and_the_database_agrees() {
    SettlementMarket market = new PgMarket(TestDatabase.migrated()).market();
    for (int life = 1; life <= Math.max(2, LIVES / 30); life++) {
      new Life(market, life).isLived();
    }
  }

  /** One contract from its first day until long after its last. */
  private final class Life {

    private final SettlementMarket market;
    private final SettlementDoors door;
    private final TradeId trade;
    private final ContractId contract;
    private final PlainLife plain = new PlainLife(random);
    private final String who;
    private final Map<Integer, Long> reported = new HashMap<>();
    private ContractTerm term = new ContractTerm(LocalDate.EPOCH, 0);

    Life(SettlementMarket market, int number) {
      this.market = market;
      this.door = market.door;
      this.trade = SettlementMarket.trade(number);
      this.contract = new ContractId(trade, 1);
      this.who = "seed %d, life %d".formatted(seed, number);
    }

    void isLived() {
      begins();
      for (int year = term.firstDay().getYear(); year <= term.lastDay().getYear() + 3; year++) {
        at(LocalDate.of(year, 1, 1).plusDays(random.nextInt(360)));
        for (int deed = 0; deed < 3; deed++) {
          does(year);
        }
      }
      at(term.lastDay().plusYears(10));
      term.calendarYears().filter(year -> random.nextInt(4) > 0).forEach(this::isCaughtUp);
      mustBeRight();
    }

    private void begins() {
      LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      at(first);
      SharingTerms terms = terms(plain);
      done(
          door.open(
              new SealedContract(
                  contract,
                  SettlementMarket.TOWNSHIP,
                  ANJI,
                  new Money(100_000),
                  Money.ZERO,
                  YEARS,
                  TermsJson.write(terms),
                  TermsJson.hash(terms)),
              5));
      term = await(door.escrow(contract)).orElseThrow().term();
      assertThat(told(report(first.getYear(), 0))).as(who).isEqualTo("PRICE_NOT_SETTLED");
      pays(account(SubAccountPurpose.PRICE).orElseThrow(), now());
    }

    private void does(int year) {
      int about = term.firstDay().getYear() + random.nextInt(YEARS + 1);
      switch (random.nextInt(4)) {
        case 0 -> tooEarly(year);
        case 1 -> isCaughtUp(Math.min(year - 1, term.lastDay().getYear()));
        case 2 -> isCaughtUp(Math.min(about, year - 1));
        default -> isSupplemented(Math.min(about, year - 1));
      }
    }

    private void tooEarly(int year) {
      if (term.has(year) && !term.isOver(year, now())) {
        assertThat(told(report(year, random.nextInt(2)))).as(who).isEqualTo("YEAR_NOT_OVER");
      }
    }

    /** A year is reported, perhaps wrongly at first, paid and shared, if it is not yet. */
    private void isCaughtUp(int year) {
      if (!term.has(year) || reported.containsKey(year)) {
        return;
      }
      long fen = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(50_000_000);
      if (random.nextInt(4) == 0 && fen > 0) {
        done(report(year, fen + 1 + random.nextInt(1_000_000)));
        paysApart(account(SubAccountPurpose.REVENUE).orElseThrow());
      }
      done(report(year, fen));
      reported.put(year, fen);
      if (fen > 0) {
        arrives(year, fen);
      }
      DistributionView shared = done(door.distribute(contract, year));
      assertThat(shared.whole().fen()).as(who).isEqualTo(fen);
      plain.shares(year, fen);
      penaltyComes();
    }

    private void arrives(int year, long fen) {
      SubAccountView account = account(SubAccountPurpose.REVENUE).orElseThrow();
      Instant due = RevenueDeadlines.of(term, year).dueAt().minusMillis(1);
      BigDecimal lateness = BigDecimal.ZERO;
      if (account.isAwaited()) {
        pays(account, due.plus(random.nextInt(900) - 100, ChronoUnit.DAYS));
        account = account(SubAccountPurpose.REVENUE).orElseThrow();
      }
      for (BankReceipt part : account.counted()) {
        long days =
            ChronoUnit.DAYS.between(
                WorkingCalendar.dayOf(due), WorkingCalendar.dayOf(part.arrivedAt()));
        lateness = lateness.add(PlainLife.lateness(part.amount().fen(), days));
      }
      assertThat(account.counted().stream().mapToLong(part -> part.amount().fen()).sum())
          .as(who)
          .isEqualTo(fen);
      assertThat(awaited(SubAccountPurpose.PENALTY).map(it -> it.expected().fen()).orElse(0L))
          .as(who)
          .isEqualTo(PlainLife.rounded(lateness));
    }

    /** More is found of a year that is shared. */
    private void isSupplemented(int year) {
      if (!reported.containsKey(year) || random.nextBoolean()) {
        return;
      }
      long more = 1 + random.nextInt(20_000_000);
      long all = plain.years.getOrDefault(year, 0L) + more;
      if (random.nextInt(3) == 0) {
        done(report(year, all + 1 + random.nextInt(1_000)));
      }
      assertThat(done(report(year, all)).revenue().fen()).as(who).isEqualTo(more);
      pays(awaited(SubAccountPurpose.REVENUE).orElseThrow(), now());
      plain.shares(year, more);
      assertThat(awaited(SubAccountPurpose.PENALTY).map(it -> it.expected().fen()).orElse(0L))
          .as(who)
          .isEqualTo(
              PlainLife.rounded(
                  BigDecimal.valueOf(more).movePointLeft(1).multiply(BigDecimal.TWO)));
      penaltyComes();
    }

    private void penaltyComes() {
      Optional<SubAccountView> penalty = awaited(SubAccountPurpose.PENALTY);
      if (penalty.isPresent()) {
        pays(penalty.get(), now());
        plain.sharesPenalty(penalty.get().expected().fen());
      }
    }

    /** A part comes in, of what will be corrected. */
    private void paysApart(SubAccountView account) {
      if (account.expected().fen() > 1 && random.nextBoolean()) {
        receives(account, 1 + random.nextLong(account.expected().fen() - 1), now());
      }
    }

    /**
     * All that is missing comes in, in some parts; perhaps too much, perhaps a part is taken back.
     */
    private void pays(SubAccountView account, Instant last) {
      long missing = account.missing().fen();
      while (missing > 1 && random.nextInt(3) == 0) {
        long part = 1 + random.nextLong(missing - 1);
        String reference = receives(account, part, last.minus(random.nextInt(50), ChronoUnit.DAYS));
        if (random.nextInt(4) == 0) {
          done(door.takeBack(reference, "B" + reference));
        } else {
          missing -= part;
        }
      }
      receives(account, missing + (random.nextInt(4) == 0 ? random.nextInt(1_000) : 0), last);
      assertThat(subAccount(account).missing()).as(who).isEqualTo(Money.ZERO);
    }

    private String receives(SubAccountView account, long fen, Instant at) {
      String reference = "R" + receipts++;
      done(
          door.receive(
              new BankReceipt(
                  reference,
                  account.number(),
                  new Money(fen),
                  "付款人",
                  at.truncatedTo(ChronoUnit.SECONDS))));
      return reference;
    }

    private void mustBeRight() {
      Map<String, Long> paid = new HashMap<>();
      long shared = 0;
      for (DistributionView one : await(door.distributions(contract))) {
        long sum = one.parts().stream().mapToLong(part -> part.amount().fen()).sum();
        assertThat(sum).as("%s, %s", who, one.key()).isEqualTo(one.whole().fen());
        if (!one.income().isOfThePrice()) {
          one.parts().forEach(it -> paid.merge(it.payee(), it.amount().fen(), Long::sum));
          shared += sum;
        }
        if (one.income() == Income.PENALTY) {
          assertThat(one.parts().getLast().amount()).as(who).isEqualTo(Money.ZERO);
        }
      }
      assertThat(shared).as(who).isEqualTo(plain.shared);
      // Revenue and penalties carry on by themselves, each within two fen.
      paid.forEach(
          (payee, fen) ->
              assertThat(PlainLife.get(plain.due, payee).subtract(BigDecimal.valueOf(fen)).abs())
                  .as("%s, %s", who, payee)
                  .isLessThan(BigDecimal.valueOf(4)));
      assertThat(
              await(door.distributions(contract)).stream()
                  .filter(it -> it.income() == Income.REVENUE)
                  .map(DistributionView::occasion)
                  .filter(Occasion.Year.class::isInstance)
                  .map(it -> it.calendarYear().orElseThrow()))
          .as("%s: no year is hidden", who)
          .containsExactlyInAnyOrderElementsOf(reported.keySet());
      assertThat(await(door.books()).areRight()).as(who).isTrue();
    }

    private Uni<Answer<RevenueView>> report(int year, long fen) {
      return door.reportRevenue(
          new ReportRevenue(contract, year, new Money(fen), "审计报告"), ANJI_CLERK);
    }

    private Optional<SubAccountView> account(SubAccountPurpose purpose) {
      List<SubAccountView> all = await(door.subAccountsOf(trade, ANJI, purpose));
      return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private Optional<SubAccountView> awaited(SubAccountPurpose purpose) {
      return await(door.subAccountsOf(trade, ANJI, purpose)).stream()
          .filter(SubAccountView::isAwaited)
          .findFirst();
    }

    private SubAccountView subAccount(SubAccountView account) {
      return await(door.subAccountsOf(trade, ANJI, account.purpose())).stream()
          .filter(it -> it.number().equals(account.number()))
          .findFirst()
          .orElseThrow();
    }

    private void at(LocalDate day) {
      market.clock.moveTo(day.atTime(10, 0).atZone(Deadline.ZONE).toInstant());
    }

    private Instant now() {
      return market.clock.instant();
    }
  }

  private static SharingTerms terms(PlainLife plain) {
    return new SharingTerms(
        List.of(
            new Payee("watershed", "小流域再投入专户", Principle.WATERSHED),
            new Payee("owner", "甲村集体", Principle.OWNS),
            new Payee("village", "甲村村民", Principle.VILLAGERS),
            new Payee("investor", "县水利投资公司", Principle.INVESTS),
            new Payee("operator", "安吉竹海公司", Principle.OPERATES)),
        List.of(
            new Waterfall(
                Income.PRICE,
                List.of(
                    Step.percent("watershed", Percentage.parse("50")), Step.remainder("owner"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    Step.percent("watershed", new Percentage(plain.watershed)),
                    Step.percent("owner", new Percentage(plain.owner))
                        .atLeast(new Money(plain.floor)),
                    new Step(
                        new Taker.One("village"),
                        new Measure.Tiers(
                            List.of(
                                new Measure.Tier(Money.ZERO, new Percentage(plain.below)),
                                new Measure.Tier(
                                    new Money(plain.band), new Percentage(plain.above))))),
                    new Step(
                        new Taker.Recoup(
                            "investor",
                            new Money(plain.until),
                            List.of(Step.remainder("operator"))),
                        new Measure.Percent(new Percentage(plain.investor))),
                    Step.remainder("operator")))));
  }
}
