package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TERMS;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.ContractId;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.price.Prices;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import eco.exchange.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An income is shared by the version of the contract that is in force in its year. */
class AmendingAContractTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final ContractId V2 = new ContractId(TRADE, 2);
  private static final ContractId V3 = new ContractId(TRADE, 3);
  private static final SharingTerms SECOND = terms("40");
  private static final SharingTerms THIRD = terms("50");

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final SettlementDoors door = market.door;
  private final Prices prices = market.prices;

  @BeforeEach
  void a_contract_is_in_effect() {
    market.paidDeposit(ANJI);
    done(door.open(contract("200.00", "200.00"), 5));
  }

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void what_is_carried_goes_on_from_version_to_version() {
    done(prices.amend(second()));
    done(prices.amend(third()));
    DistributionBasis standing = DistributionBasis.NONE;
    for (int year = 2026; year <= 2031; year++) {
      SharingTerms inForce = year < 2028 ? TERMS : year < 2030 ? SECOND : THIRD;
      DistributionView shared = shared(year, "1000.0" + year % 10);
      Distribution expected = inForce.distribute(Income.REVENUE, shared.whole(), standing);

      assertThat(shared.termsHash()).as("%d", year).isEqualTo(TermsJson.hash(inForce));
      assertThat(shared.statement().parts()).isEqualTo(expected.parts());
      standing = expected.standing();
    }
    assertThat(standing.carried().values()).anyMatch(carry -> carry.signum() != 0);
    assertThat(standing.carried()).containsKey("ranger");
  }

  @Test
  void what_is_shared_stays_and_is_explained_by_what_it_was_shared_by() {
    DistributionView first = shared(2026, "1000.01");
    done(prices.amend(second()));

    assertThat(await(door.distribution(CONTRACT, Income.REVENUE, new Occasion.Year(2026))))
        .contains(first);
    assertThat(await(door.statement(CONTRACT, Income.REVENUE, new Occasion.Year(2026), "owner")))
        .isPresent();
    assertThat(await(door.statement(CONTRACT, Income.REVENUE, new Occasion.Year(2026), "ranger")))
        .isEmpty();
    shared(2028, "1000.01");
    assertThat(await(door.statement(CONTRACT, Income.REVENUE, new Occasion.Year(2028), "ranger")))
        .isPresent();
  }

  @Test
  void an_amendment_is_taken_once_and_only_in_the_order_of_the_chain() {
    assertThat(told(prices.amend(third()))).isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    done(prices.amend(second()));
    done(prices.amend(second()));
    assertThat(told(prices.amend(amendment(V2, CONTRACT, TERMS, SECOND, 2029))))
        .isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    assertThat(told(prices.amend(amendment(V3, CONTRACT, TERMS, THIRD, 2030))))
        .isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    assertThat(told(prices.amend(amendment(V3, V2, TERMS, THIRD, 2030))))
        .isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    assertThat(told(prices.amend(amendment(V3, V2, SECOND, THIRD, 2028))))
        .isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    done(prices.amend(third()));
    assertThat(await(door.escrow(CONTRACT)).orElseThrow().amendments())
        .containsExactly(second(), third());
  }

  @Test
  void only_genuine_terms_without_fault_of_this_contract_are_taken() {
    SealedContract version = second().version();
    SealedContract other =
        new SealedContract(
            version.contract(),
            version.transferor(),
            version.transferee(),
            yuan("201.00"),
            version.deposit(),
            version.termYears(),
            version.termsJson(),
            version.termsHash());
    SharingTerms faulty = new SharingTerms(TERMS.payees(), List.of());
    SealedContract changed =
        new SealedContract(
            version.contract(),
            version.transferor(),
            version.transferee(),
            version.price(),
            version.deposit(),
            version.termYears(),
            version.termsJson().replace("400000", "400001"),
            version.termsHash());

    assertThat(told(prices.amend(of(changed)))).isEqualTo("CONTRACT_NOT_GENUINE");
    assertThat(told(prices.amend(amendment(V2, CONTRACT, TERMS, faulty, 2028))))
        .isEqualTo("TERMS_FAULTY");
    assertThat(told(prices.amend(of(other)))).isEqualTo("AMENDMENT_OUT_OF_CHAIN");
    ContractId unknown = new ContractId(SettlementMarket.trade(7), 1);
    assertThat(told(prices.amend(new SealedAmendment(version, unknown, unknown, "", from(2028)))))
        .isEqualTo("CONTRACT_UNKNOWN");
  }

  @Test
  void a_hash_of_another_version_than_that_of_the_year_pays_nobody() {
    done(prices.amend(second()));
    done(prices.amend(third()));
    received(2026, "10.00");
    received(2028, "10.00");
    received(2030, "10.00");

    // A version that is not in force yet; an older one; one that nobody has sealed.
    refused(2026, TermsJson.hash(SECOND));
    refused(2028, TermsJson.hash(TERMS));
    refused(2028, TermsJson.hash(THIRD));
    refused(2030, TermsJson.hash(SECOND));
    refused(2030, TermsJson.hash(terms("60")));

    done(door.distribute(CONTRACT, 2026));
    done(door.distribute(CONTRACT, 2028));
    done(door.distribute(CONTRACT, 2030));
  }

  @Test
  void the_chain_in_the_database_is_not_forged() {
    done(prices.amend(second()));
    String follows = "does not follow";

    assertThat(attack("V3", CONTRACT.number(), TermsJson.hash(TERMS), 2030)).contains(follows);
    assertThat(attack("V3", V2.number(), TermsJson.hash(TERMS), 2030)).contains(follows);
    assertThat(attack("V3", V2.number(), TermsJson.hash(SECOND), 2028)).contains(follows);
    assertThat(attack("V3", V2.number(), TermsJson.hash(SECOND), 2027)).contains(follows);
    assertThat(
            database.attackAsOwner(
                row("V3", V2.number(), TermsJson.hash(SECOND), 2030)
                    .replace("encode(", "'0' || encode(")))
        .contains("check constraint");
    assertThat(database.attackAsOwner("DELETE FROM settlement.amendment")).contains("append-only");
    assertThat(database.attackAsOwner("UPDATE settlement.amendment SET from_year = 2027"))
        .contains("append-only");
    assertThat(database.attack("UPDATE settlement.amendment SET from_year = 2027"))
        .contains("permission denied");
  }

  private String attack(String number, String previous, String hash, int year) {
    return database.attackAsOwner(row(number, previous, hash, year));
  }

  private static String row(String number, String previous, String hash, int year) {
    return """
    INSERT INTO settlement.amendment (amendment, contract, previous, previous_hash, from_year,
                                      terms_json, terms_hash)
    VALUES ('%s', '%s', '%s', '%s', %d, '{}', encode(sha256('{}'), 'hex'))
    """
        .formatted(number, CONTRACT, previous, hash, year);
  }

  private void refused(int year, String hash) {
    String forged =
        """
        INSERT INTO settlement.distribution (distribution, contract, income, occasion, whole_fen,
                                             terms_hash, parts, distributed_at)
        VALUES ('%1$s/REVENUE/%2$d', '%1$s', 'REVENUE', '%2$d', 1000, '%3$s',
                '[{"payee":"owner","name":"","principle":"OWNS","amount_fen":1000}]', now());
        """
            .formatted(CONTRACT, year, hash);
    assertThat(database.attackAsOwner(forged))
        .contains("income 1000, whole 1000, parts 1000, by terms not in force");
  }

  private void received(int year, String revenue) {
    market.isOver(year);
    String number =
        done(door.reportRevenue(
                new ReportRevenue(CONTRACT, year, yuan(revenue), "审计报告"), ANJI_CLERK))
            .subAccount()
            .orElseThrow();
    done(door.receive(receipt("R" + year, number, revenue, START)));
  }

  private DistributionView shared(int year, String revenue) {
    received(year, revenue);
    return done(door.distribute(CONTRACT, year));
  }

  private static SealedAmendment second() {
    return amendment(V2, CONTRACT, TERMS, SECOND, 2028);
  }

  private static SealedAmendment third() {
    return amendment(V3, V2, SECOND, THIRD, 2030);
  }

  private static SealedAmendment of(SealedContract version) {
    return new SealedAmendment(version, CONTRACT, CONTRACT, TermsJson.hash(TERMS), from(2028));
  }

  private static SealedAmendment amendment(
      ContractId number, ContractId previous, SharingTerms before, SharingTerms after, int year) {
    SealedContract sealed = contract("200.00", "200.00");
    SealedContract version =
        new SealedContract(
            number,
            sealed.transferor(),
            sealed.transferee(),
            sealed.price(),
            sealed.deposit(),
            sealed.termYears(),
            TermsJson.write(after),
            TermsJson.hash(after));
    return new SealedAmendment(version, CONTRACT, previous, TermsJson.hash(before), from(year));
  }

  private static LocalDate from(int year) {
    return LocalDate.of(year, 1, 1);
  }

  /** The terms of the market, but the village gets more and a ranger is paid. */
  private static SharingTerms terms(String percent) {
    List<Payee> payees = new ArrayList<>(TERMS.payees());
    payees.add(new Payee("ranger", "护林管护专户", Principle.WATERSHED));
    return new SharingTerms(
        payees,
        List.of(
            TERMS.waterfall(Income.PRICE),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    Step.percent("watershed", Percentage.parse("15.125")),
                    Step.percent("investor", Percentage.parse("4.8751")),
                    Step.percent("ranger", Percentage.parse("3.3333")),
                    Step.group(
                        "village",
                        Percentage.parse(percent),
                        List.of(
                            Step.percent("owner", Percentage.parse("33.3333")),
                            Step.remainder("villagers"))),
                    Step.remainder("operator")))));
  }
}
