package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.DUE;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.money.Money;
import eco.exchange.settlement.allotment.VillageLine;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.NameCollective;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.ExampleTerms;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A contract may pay five hundred, several villages among them, and very little or very much. */
class PayingFiveHundredTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final int PAYEES = 500;
  private static final SharingTerms TERMS = ExampleTerms.ofManyVillages(PAYEES);

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;

  @Test
  void the_price_reaches_five_hundred_to_the_fen() {
    DistributionView shared = sold("1840000.00");

    Distribution right = TERMS.distribute(Income.PRICE, yuan("1840000.00"), DistributionBasis.NONE);
    assertThat(shared.parts()).extracting(DistributionView.Part::payee).hasSize(PAYEES);
    assertThat(shared.parts())
        .extracting(DistributionView.Part::amount)
        .isEqualTo(right.parts().stream().map(Distribution.Part::amount).toList());
    timed("ordered", () -> done(market.disbursements.payOut(CONTRACT)));
    assertThat(timed("books", () -> await(link.door.books())).areRight()).isTrue();
  }

  @Test
  void a_price_of_one_fen_and_one_of_ten_trillion_yuan_are_shared() {
    assertThat(sum(sold("0.01"))).isEqualTo(yuan("0.01"));
    PayingFiveHundredTest other = new PayingFiveHundredTest();
    assertThat(sum(other.sold("10000000000000.00"))).isEqualTo(yuan("10000000000000.00"));
  }

  @Test
  void several_villages_of_one_contract_are_each_its_own() {
    sold("1840000.00");
    Collectives collectives = link.database.collectives(market);
    for (String payee : List.of("village007", "village008")) {
      NamedParty village = new NamedParty(party(payee), payee);
      done(collectives.name(new NameCollective(CONTRACT, payee, village, "登记证"), OFFICER));
      done(collectives.confirm(CONTRACT, payee, 1, "已核对", MANAGER));
    }

    for (String payee : List.of("village007", "village008")) {
      List<VillageLine> account = await(link.database.allotments(market).village(party(payee)));
      assertThat(account).extracting(VillageLine::payee).containsExactly(payee);
    }
  }

  private static Money sum(DistributionView shared) {
    return shared.parts().stream()
        .map(DistributionView.Part::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** The distribution of a price that the deposit has paid. */
  private DistributionView sold(String price) {
    String deposit = done(link.door.expectDeposit(TRADE, ANJI, yuan(price), DUE, 3)).number();
    link.tells(incoming("B0", deposit, price));
    SealedContract contract =
        new SealedContract(
            CONTRACT,
            TOWNSHIP,
            ANJI,
            yuan(price),
            yuan(price),
            20,
            TermsJson.write(TERMS),
            TermsJson.hash(TERMS));
    timed("price shared", () -> done(link.door.open(contract, 5)));
    assertThat(await(market.receipts.subAccountOf(TRADE, ANJI, SubAccountPurpose.DEPOSIT)))
        .isPresent();
    return await(market.disbursements.distributions(CONTRACT)).getFirst();
  }

  private static <T> T timed(String what, Supplier<T> step) {
    long begun = System.nanoTime();
    T done = step.get();
    System.err.printf(
        "%d payees, %s: %d ms%n", PAYEES, what, (System.nanoTime() - begun) / 1_000_000);
    return done;
  }
}
