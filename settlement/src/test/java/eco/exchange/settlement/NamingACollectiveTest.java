package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.collective.BeneficiaryView;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.NameCollective;
import eco.exchange.settlement.collective.NamingView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.settlement.person.SealedPerson;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.roster.FileRoster;
import eco.exchange.settlement.roster.RosterMember;
import eco.exchange.settlement.roster.RosterView;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is paid for a village is named by two, and corrected by two before money has gone out. */
class NamingACollectiveTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final NamedParty RIGHT = new NamedParty(party("village"), "甲村集体");
  private static final NamedParty WRONG = new NamedParty(party("neighbour"), "乙村集体");
  private static final Actor OF_RIGHT = new Actor(account("village-clerk"), RIGHT.id());
  private static final Actor OF_WRONG = new Actor(account("neighbour-clerk"), WRONG.id());
  private static final String OWNER = TRADE + ":PAYEE:owner";

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final Banking bank = link.bank;
  private final Collectives collectives = link.database.collectives(market);
  private final Rosters rosters = link.database.rosters(market);
  private final Allotments allotments = link.database.allotments(market);
  private final OwnPayments own = link.database.ownPayments(market, bank);

  @Test
  void one_person_alone_names_nobody() {
    isSold();
    NamingView named = done(name("villagers", RIGHT, "组织登记证"));

    assertThat(beneficiary("villagers")).isEmpty();
    assertThat(told(rosters.file(roster("01"), OF_RIGHT))).isEqualTo("COLLECTIVE_UNNAMED");
    assertThat(told(confirm("villagers", named.number(), OFFICER))).isEqualTo("FOUR_EYES");
    done(confirm("villagers", named.number(), MANAGER));
    assertThat(beneficiary("villagers")).map(BeneficiaryView::collective).contains(RIGHT);
  }

  @Test
  void the_database_takes_nobodys_own_confirmation() {
    isSold();
    done(name("villagers", RIGHT, "组织登记证"));

    String own =
        """
        INSERT INTO settlement.naming_end
        SELECT contract, payee, number, named_by, true, '', %s, now() FROM settlement.naming
        """;
    assertThat(link.database.attack(own.formatted("named_by"))).contains("naming_end_check");
    assertThat(link.database.attack(own.formatted("gen_random_uuid()"))).isEqualTo("done");
  }

  @Test
  void a_wrong_collective_is_corrected_by_two_and_the_reason_is_kept() {
    isSold();
    isNamed("villagers", WRONG, "按所在乡镇推定");
    RosterView wrong = done(rosters.file(roster("91", "92"), OF_WRONG));

    NamingView correction = done(name("villagers", RIGHT, "四至图显示标的在甲村"));
    assertThat(beneficiary("villagers")).map(BeneficiaryView::collective).contains(WRONG);
    done(confirm("villagers", correction.number(), MANAGER));

    assertThat(beneficiary("villagers")).map(BeneficiaryView::collective).contains(RIGHT);
    assertThat(await(collectives.namings(CONTRACT, "villagers")))
        .extracting(NamingView::reason, NamingView::isConfirmed)
        .containsExactly(tuple("按所在乡镇推定", true), tuple("四至图显示标的在甲村", true));
    RosterView back = await(rosters.roster(wrong.id())).orElseThrow();
    assertThat(back.state()).isEqualTo(RosterView.State.RETURNED);
    assertThat(back.end().orElseThrow().opinion()).isEqualTo("四至图显示标的在甲村");
    assertThat(told(rosters.file(roster("91"), OF_WRONG))).isEqualTo("NOT_THE_COLLECTIVE");
    assertThat(await(rosters.sealed(wrong.id()))).as("its persons are nobody else's").isEmpty();
  }

  @Test
  void nobody_is_paid_by_a_roster_of_a_collective_that_was_corrected() {
    isSold();
    isNamed("villagers", WRONG, "按所在乡镇推定");
    isFixed(done(rosters.file(roster("91", "92"), OF_WRONG)));
    isNamed("villagers", RIGHT, "四至图显示标的在甲村");
    isEarned();

    assertThat(done(allotments.allotDue(CONTRACT))).as("what comes waits").isEmpty();
    isFixed(done(rosters.file(roster("01", "02", "03"), OF_RIGHT)));
    assertThat(done(allotments.allotDue(CONTRACT)))
        .singleElement()
        .satisfies(made -> assertThat(made.parts()).hasSize(3));
  }

  @Test
  void once_members_were_given_their_parts_it_is_not_corrected() {
    isSold();
    isNamed("villagers", WRONG, "按所在乡镇推定");
    isFixed(done(rosters.file(roster("91", "92"), OF_WRONG)));
    NamingView late = done(name("villagers", RIGHT, "四至图显示标的在甲村"));
    isEarned();
    done(allotments.allotDue(CONTRACT));

    assertThat(told(confirm("villagers", late.number(), MANAGER))).isEqualTo("MONEY_MOVED");
    done(collectives.dismiss(CONTRACT, "villagers", late.number(), "款项已付", MANAGER));
    assertThat(told(name("villagers", RIGHT, "再次提名"))).isEqualTo("MONEY_MOVED");
    assertThat(beneficiary("villagers")).map(BeneficiaryView::collective).contains(WRONG);
  }

  @Test
  void an_account_of_the_collective_that_was_corrected_is_not_paid() {
    isSold();
    isNamed("owner", WRONG, "按所在乡镇推定");
    long note = done(own.noteAccount(OWNER, OF_ANJI, OF_WRONG)).number();
    done(bank.confirmAccount(OWNER, note, MANAGER));
    isNamed("owner", RIGHT, "四至图显示标的在甲村");
    done(market.disbursements.payOut(CONTRACT));

    assertThat(await(bank.nextFile())).as("where the right one is paid is not known").isEmpty();
    assertThat(told(own.noteAccount(OWNER, OF_ANJI, OF_WRONG))).isEqualTo("PAYEE_UNKNOWN");
    moveTo(market.clock.instant().plusSeconds(1));
    long told = done(own.noteAccount(OWNER, OF_THE_VILLAGE, OF_RIGHT)).number();
    done(bank.confirmAccount(OWNER, told, MANAGER));
    assertThat(await(bank.nextFile()).orElseThrow().payments())
        .singleElement()
        .satisfies(paid -> assertThat(paid.to()).isEqualTo(OF_THE_VILLAGE));
    assertThat(told(name("owner", WRONG, "又说不对"))).as("it is paid").isEqualTo("MONEY_MOVED");
  }

  @Test
  void one_naming_at_a_time_and_a_repeated_call_changes_nothing() {
    isSold();
    NamingView first = done(name("villagers", WRONG, "按所在乡镇推定"));

    assertThat(done(name("villagers", WRONG, "按所在乡镇推定"))).isEqualTo(first);
    assertThat(told(name("villagers", RIGHT, "四至图"))).isEqualTo("NAMING_OPEN");
    assertThat(told(name("villagers", RIGHT, " "))).isEqualTo("TEXT_OUT_OF_BOUNDS");
    assertThat(told(name("investor", RIGHT, "四至图"))).isEqualTo("PAYEE_UNKNOWN");
    assertThat(told(confirm("villagers", 2, MANAGER))).isEqualTo("NAMING_UNKNOWN");
    done(collectives.dismiss(CONTRACT, "villagers", 1, "不是该村", MANAGER));
    assertThat(told(confirm("villagers", 1, MANAGER))).isEqualTo("DECIDED_OTHERWISE");
    assertThat(beneficiary("villagers")).isEmpty();
    isNamed("villagers", RIGHT, "四至图");
    assertThat(beneficiary("villagers")).map(BeneficiaryView::number).contains(2);
  }

  private Uni<Answer<NamingView>> name(String payee, NamedParty collective, String reason) {
    return collectives.name(new NameCollective(CONTRACT, payee, collective, reason), OFFICER);
  }

  private Uni<Answer<NamingView>> confirm(String payee, int number, Actor by) {
    return collectives.confirm(CONTRACT, payee, number, "已核对", by);
  }

  private void isNamed(String payee, NamedParty collective, String reason) {
    done(confirm(payee, done(name(payee, collective, reason)).number(), MANAGER));
  }

  private Optional<BeneficiaryView> beneficiary(String payee) {
    return await(collectives.beneficiary(CONTRACT, payee));
  }

  private FileRoster roster(String... numbers) {
    List<RosterMember> members =
        List.of(numbers).stream()
            .map(
                it ->
                    new RosterMember(
                        it, "H" + it, 1, "张*", new SealedPerson("sealed", "i" + it, "c" + it)))
            .toList();
    return new FileRoster(
        CONTRACT,
        "villagers",
        Rule.PER_HEAD,
        WorkingCalendar.dayOf(market.clock.instant()),
        "成员大会决议",
        members,
        List.of());
  }

  private void isFixed(RosterView roster) {
    moveTo(roster.objectionsEndAt().plusSeconds(1));
    Actor reviewer = new Actor(account("reviewer"), party("centre"));
    done(rosters.fix(roster.id(), "公示期满", reviewer, MANAGER));
  }

  private void moveTo(Instant then) {
    market.clock.moveTo(then);
  }

  /** The price of 200 yuan has been shared. */
  private void isSold() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(link.door.open(contract("200.00", "200.00"), 5));
  }

  /** A year's revenue of a thousand yuan has been shared. */
  private void isEarned() {
    moveTo(Instant.parse("2027-02-01T01:00:00Z"));
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("1000.00"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    String number =
        await(market.receipts.subAccountOf(TRADE, ANJI, SubAccountPurpose.REVENUE))
            .orElseThrow()
            .number();
    link.tells(incoming("B1", number, "1000.00"));
    done(link.door.distribute(CONTRACT, 2026));
  }
}
