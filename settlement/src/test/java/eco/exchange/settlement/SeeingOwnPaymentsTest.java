package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.TERMS;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP_CLERK;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.ownpayment.OwnPaymentView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody of whom the exchange knows that it is paid sees what it is paid, and nothing else. */
class SeeingOwnPaymentsTest {

  private static final PartyId VILLAGE = party("village");
  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final ContractId AMENDED = new ContractId(TRADE, 2);
  private static final String OPERATOR = TRADE + ":PAYEE:operator";

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;
  private final OwnPayments own = link.database.ownPayments(market, bank);

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void whoever_has_bought_the_right_sees_its_share_and_tells_where_it_is_paid() {
    isOpen(TERMS);
    isEarned();

    assertThat(payments(ANJI))
        .extracting(OwnPaymentView::payee, OwnPaymentView::amount)
        .containsExactly(tuple(OPERATOR, yuan("300.00")));
    assertThat(payments(LISHUI)).isEmpty();
    assertThat(payments(TOWNSHIP)).isEmpty();
    assertThat(told(own.noteAccount(OPERATOR, OF_ANJI, TOWNSHIP_CLERK))).isEqualTo("PAYEE_UNKNOWN");

    long note = done(own.noteAccount(OPERATOR, OF_ANJI, ANJI_CLERK)).number();
    done(bank.confirmAccount(OPERATOR, note, MANAGER));
    assertThat(await(bank.nextFile()).orElseThrow().payments())
        .extracting(Payment::to)
        .containsExactly(OF_ANJI);
  }

  @Test
  void a_collective_sees_what_the_contract_gives_it() {
    isOpen(TERMS);
    isTheVillage("owner");
    isEarned();

    assertThat(payments(VILLAGE))
        .extracting(OwnPaymentView::payee)
        .containsOnly(TRADE + ":PAYEE:owner");
    assertThat(payments(VILLAGE)).hasSize(2);
  }

  @Test
  void the_transferor_sees_what_it_gets_of_a_deposit_that_was_lost_to_it() {
    link.tells(incoming("B9", market.deposit(LISHUI), "200.00"));
    Forfeit lost = new Forfeit(yuan("20.00"), "公共资源交易中心", new NamedParty(TOWNSHIP, "某镇人民政府"));
    done(door.releaseDeposit(TRADE, LISHUI, Optional.of(lost)));

    assertThat(payments(TOWNSHIP))
        .extracting(OwnPaymentView::amount)
        .containsExactly(yuan("180.00"));
    assertThat(payments(LISHUI)).as("it has lost it").isEmpty();
    isOpen(TERMS);
    assertThat(payments(TOWNSHIP)).as("with a contract as without one").hasSize(1);
    assertThat(payments(ANJI)).isEmpty();
  }

  @Test
  void of_two_that_operate_nobody_knows_which_has_bought_the_right() {
    isOpen(withASecondOperator());
    isEarned();

    assertThat(payments(ANJI)).isEmpty();
    assertThat(told(own.noteAccount(OPERATOR, OF_ANJI, ANJI_CLERK))).isEqualTo("PAYEE_UNKNOWN");
  }

  @Test
  void an_amendment_that_names_a_second_operator_leaves_open_which_is_meant() {
    isOpen(TERMS);
    assertThat(told(own.noteAccount(OPERATOR, OF_ANJI, ANJI_CLERK))).isEqualTo("done");
    done(market.prices.amend(amended(TERMS, withASecondOperator())));

    assertThat(told(own.noteAccount(OPERATOR, OF_ANJI, ANJI_CLERK))).isEqualTo("PAYEE_UNKNOWN");
  }

  private List<OwnPaymentView> payments(PartyId party) {
    return await(own.payments(party, Optional.empty(), 50)).items();
  }

  private void isOpen(SharingTerms terms) {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(door.open(sealed(CONTRACT, terms), 5));
  }

  /** A year's revenue of a thousand yuan has been shared, and what was given is ordered. */
  private void isEarned() {
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("1000.00"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    String number =
        await(market.receipts.subAccountOf(TRADE, ANJI, SubAccountPurpose.REVENUE))
            .orElseThrow()
            .number();
    link.tells(incoming("B1", number, "1000.00"));
    done(door.distribute(CONTRACT, 2026));
    done(market.disbursements.payOut(CONTRACT));
  }

  private void isTheVillage(String payee) {
    assertThat(
            link.database.attackAsOwner(
                """
                INSERT INTO settlement.naming
                VALUES ('%1$s', '%2$s', 1, '%3$s', '甲村集体', '组织登记证', '%4$s', now());
                INSERT INTO settlement.naming_end
                VALUES ('%1$s', '%2$s', 1, '%4$s', true, '', '%5$s', now())
                """
                    .formatted(CONTRACT, payee, VILLAGE, OFFICER.account(), MANAGER.account())))
        .isEqualTo("done");
  }

  private static SealedAmendment amended(SharingTerms before, SharingTerms after) {
    return new SealedAmendment(
        sealed(AMENDED, after),
        CONTRACT,
        CONTRACT,
        TermsJson.hash(before),
        LocalDate.of(2028, 1, 1));
  }

  private static SealedContract sealed(ContractId number, SharingTerms terms) {
    SealedContract plain = contract("200.00", "200.00");
    return new SealedContract(
        number,
        plain.transferor(),
        plain.transferee(),
        plain.price(),
        plain.deposit(),
        plain.termYears(),
        TermsJson.write(terms),
        TermsJson.hash(terms));
  }

  /**
   * The same terms, but what the investor gets of each revenue is shared with a second operator.
   */
  private static SharingTerms withASecondOperator() {
    List<Payee> payees =
        Stream.concat(
                TERMS.payees().stream(),
                Stream.of(new Payee("second", "安吉竹海公司", Principle.OPERATES)))
            .toList();
    List<Step> steps =
        Stream.concat(
                TERMS.waterfall(Income.REVENUE).steps().stream()
                    .filter(step -> !step.taker().name().equals("investor")),
                Stream.of(
                    Step.percent("investor", Percentage.parse("20")),
                    Step.percent("second", Percentage.parse("4.8751"))))
            .toList();
    return new SharingTerms(
        payees, List.of(TERMS.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, steps)));
  }
}
