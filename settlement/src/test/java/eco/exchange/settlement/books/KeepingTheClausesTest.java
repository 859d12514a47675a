package eco.exchange.settlement.books;

import static eco.exchange.settlement.SettlementMarket.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.market.ContractId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.DistributionView.Part;
import eco.exchange.settlement.generalledger.PgTestLedger;
import eco.exchange.settlement.sharing.SharingRules;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.RandomTerms;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.testing.Seeds;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The database computes the clauses in a language of its own. Of any terms it takes what the
 * exchange computes, year after year, and not what was moved from one payee to another.
 */
class KeepingTheClausesTest {

  private static final int CONTRACTS = 150;
  private static final int FIRST_YEAR = 2024;
  private static final int YEARS = 3;

  private static final String TELL_EVERY_NOUGHT =
      """
      ALTER TABLE settlement.distribution DISABLE TRIGGER append_only;
      UPDATE settlement.distribution
         SET parts = (SELECT jsonb_agg('{"carried_in": "0", "carry": "0", "recouped_in": "0",
                                         "recouped": "0", "pledge_due_fen": 0}'::jsonb || part)
                        FROM jsonb_array_elements(parts) part);
      ALTER TABLE settlement.distribution ENABLE ALWAYS TRIGGER append_only
      """;

  private final long seed = Seeds.fresh();
  private final Random random = Seeds.of(seed);
  private final RandomTerms draw = new RandomTerms(random);
  private final TestDatabase database = TestDatabase.migrated();
  private final Pool owner = database.pool();
  private final Pool application = database.applicationPool();
  private final Clock clock = Clock.fixed(Instant.parse("2027-03-01T01:00:00Z"), ZoneOffset.UTC);
  private final BooksStore store = new PgBooksStore(application, new Outbox(clock), clock);

  private int accounts;

  @Test
  void of_any_terms_nothing_is_taken_but_what_they_give() {
    for (int i = 1; i <= CONTRACTS; i++) {
      TradeId trade = trade(i);
      SharingTerms terms = draw.next();
      open(trade, terms);
      for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
        String when = "seed %d, contract %d, year %d".formatted(seed, i, year);
        note(trade, year, draw.facts(DistributionBasis.NONE));
        Occasion occasion = new Occasion.Year(year);
        holds(shared(trade, occasion, comesIn(trade, occasion)), when);
        if (random.nextBoolean()) {
          late(trade, FIRST_YEAR + random.nextInt(year - FIRST_YEAR + 1), when);
        }
      }
    }
    assertThat(await(PgTestLedger.of(application, clock).count()).areRight()).isTrue();
  }

  /** A penalty is paid for a year, and something is found of it, perhaps years later. */
  private void late(TradeId trade, int year, String when) {
    int found = (int) await(store.books(trade)).sharedOf(year).size();
    Occasion later = new Occasion.Supplement(year, found);
    if (random.nextBoolean()) {
      penalty(trade, new Occasion.Year(year), when);
    }
    holds(shared(trade, later, comesIn(trade, later)), when + ", " + later);
    penalty(trade, later, when);
  }

  private void penalty(TradeId trade, Occasion occasion, String when) {
    if (await(store.books(trade)).distribution(Income.PENALTY, occasion).isEmpty()) {
      Money whole = comesIn(trade, occasion, "PENALTY");
      holds(shared(trade, Income.PENALTY, occasion, whole), when + ", penalty for " + occasion);
    }
  }

  /** What the exchange computes is taken by the database, and nothing else. */
  private void holds(DistributionView right, String when) {
    assertThatThrownBy(() -> write(forged(right)))
        .as(when)
        .hasMessageContaining("in force, not as they give");
    if (right.earlier().isPositive()) {
      assertThatThrownBy(() -> write(with(right, right.earlier().minus(new Money(1)))))
          .as(when)
          .hasMessageContaining("in force, not as they give");
    }
    write(right);
    assertThat(right.income() == Income.PENALTY && isPaid(right, "operator")).as(when).isFalse();
  }

  private static boolean isPaid(DistributionView shared, String payee) {
    return shared.parts().stream()
        .anyMatch(part -> part.payee().equals(payee) && part.amount().isPositive());
  }

  private static DistributionView with(DistributionView right, Money earlier) {
    return new DistributionView(
        right.contract(),
        right.income(),
        right.occasion(),
        right.whole(),
        right.termsHash(),
        earlier,
        right.erosion(),
        right.parts(),
        right.at());
  }

  /** Records from before what is nothing was left out tell it. */
  @Test
  void what_was_recorded_with_every_nought_is_gone_on_with() {
    for (int i = 1; i <= 20; i++) {
      TradeId trade = trade(i);
      open(trade, draw.next());
      Occasion first = new Occasion.Year(FIRST_YEAR);
      write(shared(trade, first, comesIn(trade, first)));
      await(owner.query(TELL_EVERY_NOUGHT).execute());
      Occasion second = new Occasion.Year(FIRST_YEAR + 1);
      write(shared(trade, second, comesIn(trade, second)));
    }
    assertThat(await(PgTestLedger.of(application, clock).count()).areRight()).isTrue();
  }

  private static TradeId trade(int number) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 2), number);
  }

  private DistributionView shared(TradeId trade, Occasion occasion, Money whole) {
    return shared(trade, Income.REVENUE, occasion, whole);
  }

  private DistributionView shared(TradeId trade, Income income, Occasion occasion, Money whole) {
    Books books = await(store.books(trade));
    return SharingRules.share(books, income, occasion, whole, clock.instant())
        .distributions()
        .getLast();
  }

  private void write(DistributionView shared) {
    await(application.withTransaction(tx -> PgDistributionRows.write(tx, List.of(shared))));
  }

  /** The same whole, but something of it was moved from one payee to another. */
  private DistributionView forged(DistributionView right) {
    int from = random.nextInt(right.parts().size());
    int to = (from + 1 + random.nextInt(right.parts().size() - 1)) % right.parts().size();
    long much = 2L * right.parts().size() + 1 + random.nextInt(1_000);
    long owned = right.parts().get(from).amount().fen();
    if (owned >= much && random.nextBoolean()) {
      // What is paid and what is carried still make what is due.
      return moved(right, from, to, much, Rational.of(much));
    }
    return owned > 0
        ? moved(right, from, to, 1 + random.nextLong(owned), Rational.ZERO)
        : moved(right, from, to, 0, Rational.of(1, 7));
  }

  private static DistributionView moved(
      DistributionView right, int from, int to, long fen, Rational carry) {
    List<Part> parts = new ArrayList<>(right.parts());
    parts.set(from, with(parts.get(from), -fen, carry));
    parts.set(to, with(parts.get(to), fen, carry.negated()));
    return new DistributionView(
        right.contract(),
        right.income(),
        right.occasion(),
        right.whole(),
        right.termsHash(),
        right.earlier(),
        right.erosion(),
        parts,
        right.at());
  }

  private static Part with(Part part, long more, Rational carry) {
    return new Part(
        part.payee(),
        part.name(),
        part.principle(),
        part.amount().plus(new Money(more)),
        part.carriedIn(),
        part.carry().plus(carry),
        part.recoupedIn(),
        part.recouped(),
        part.pledgeDue());
  }

  private void open(TradeId trade, SharingTerms terms) {
    String contract = new ContractId(trade, 1).number();
    run("INSERT INTO settlement.trade VALUES ($1)", Tuple.of(trade.code()));
    run(
        """
        INSERT INTO settlement.contract
        VALUES ($1, $2, gen_random_uuid(), gen_random_uuid(), 100, 0, 20, $3, $4, now(), now())
        """,
        Tuple.of(contract, trade.code(), TermsJson.write(terms), TermsJson.hash(terms)));
    run(
        """
        INSERT INTO settlement.account (name, story, purpose, owner)
        SELECT $1 || ':' || purpose, $1, purpose, '' FROM unnest(ARRAY['BANK', 'ESCROW']) purpose
         UNION ALL
        SELECT $1 || ':PAYEE:' || payee, $1, 'PAYEE', payee FROM unnest($2::text[]) payee
        """,
        Tuple.of(trade.code(), terms.payees().stream().map(it -> it.key()).toArray(String[]::new)));
  }

  private void note(TradeId trade, int year, DistributionBasis facts) {
    String contract = new ContractId(trade, 1).number();
    run(
        "INSERT INTO settlement.occasion_facts VALUES ($1, $2::text, $3, 'seen', gen_random_uuid(),"
            + " now())",
        Tuple.of(contract, Integer.toString(year), facts.erosion().orElse(null)));
    facts
        .pledgeDue()
        .forEach(
            (payee, due) ->
                run(
                    "INSERT INTO settlement.pledge_due VALUES ($1, $2::text, $3, $4)",
                    Tuple.of(contract, Integer.toString(year), payee, due.fen())));
  }

  private Money comesIn(TradeId trade, Occasion occasion) {
    return comesIn(trade, occasion, "REVENUE");
  }

  private Money comesIn(TradeId trade, Occasion occasion, String purpose) {
    Money income = draw.income().plus(new Money(1));
    String contract = new ContractId(trade, 1).number();
    String number = "8%018d".formatted(++accounts);
    run(
        """
        INSERT INTO settlement.receipt (reference, sub_account, amount_fen, payer, arrived_at,
                                        recorded_at)
        VALUES ('receipt-' || $1, $1, $2, 'operator', now(), now())
        """,
        Tuple.of(number, income.fen()));
    run(
        """
        INSERT INTO settlement.sub_account
        VALUES ($1, $2, $6::text, gen_random_uuid(), $3, $4::text, $5, NULL, now(), 'RECEIVED',
                'receipt-' || $1)
        """,
        Tuple.of(number, trade.code(), contract, occasion.text(), income.fen(), purpose));
    if (purpose.equals("REVENUE")) {
      reported(contract, occasion, income, number);
    }
    run(
        """
        INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase, event_at,
                                         recorded_at)
        VALUES ('revenue/' || $1, $2 || ':BANK', $2 || ':ESCROW', $3, 'REVENUE', 'POSTED', now(), now())
        """,
        Tuple.of(number, trade.code(), income.fen()));
    return income;
  }

  private void reported(String contract, Occasion occasion, Money income, String number) {
    run(
        """
        INSERT INTO settlement.revenue_report
        VALUES ($1, $2, $3, 'audited', gen_random_uuid(), now(), $4, 1, $5)
        """,
        Tuple.of(
            contract,
            occasion.calendarYear().orElseThrow(),
            income.fen(),
            number,
            occasion instanceof Occasion.Supplement later ? later.number() : 0));
  }

  private void run(String sql, Tuple values) {
    await(owner.preparedQuery(sql).execute(values));
  }
}
