package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
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

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.money.Money;
import eco.exchange.settlement.allotment.AllotmentView;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.NameCollective;
import eco.exchange.settlement.person.SealedAccount;
import eco.exchange.settlement.person.SealedPerson;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.roster.FileRoster;
import eco.exchange.settlement.roster.RosterMember;
import eco.exchange.settlement.roster.RosterView;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A roster may have a hundred thousand members. How many it has here, {@code -Dvillage.members}
 * says; what each step takes is printed, so that the same test measures.
 */
class PayingALargeVillageTest {

  private static final int MEMBERS = Integer.getInteger("village.members", 5_001);
  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final NamedParty VILLAGE = new NamedParty(party("village"), "甲村集体");
  private static final Actor CLERK = new Actor(account("village-clerk"), VILLAGE.id());

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final Rosters rosters = link.database.rosters(market);
  private final Allotments allotments = link.database.allotments(market);

  @Test
  void every_member_is_paid_to_the_fen() {
    isSold();
    FileRoster roster = roster(MEMBERS);
    RosterView filed = timed("filed", () -> taken(rosters.file(roster, CLERK)));
    assertThat(filed.members()).isEqualTo(MEMBERS);
    isFixed(filed);
    isEarned();

    List<AllotmentView> made =
        timed("split and ordered", () -> taken(allotments.allotDue(CONTRACT)));
    assertThat(made).hasSize(1);
    Money whole = made.getFirst().whole();
    List<AllotmentView.Part> parts = made.getFirst().parts();
    assertThat(parts)
        .hasSize(MEMBERS)
        .allMatch(part -> Math.abs(part.amount().fen() - whole.fen() / MEMBERS) <= 1);
    assertThat(parts.stream().map(AllotmentView.Part::amount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(whole);
    assertThat(
            timed("books", () -> link.door.books().await().atMost(Duration.ofMinutes(10)))
                .areRight())
        .isTrue();
    assertThat(
            link.database.texts(
                "SELECT count(*) FROM settlement.payment_order WHERE story LIKE '%villagers'"))
        .containsExactly(Integer.toString(MEMBERS));
    assertThat(
            timed(
                "seen",
                () -> allotments.village(VILLAGE.id()).await().atMost(Duration.ofMinutes(10))))
        .isNotEmpty();
  }

  @Test
  void one_member_more_than_a_hundred_thousand_is_refused() {
    isSold();
    FileRoster most = roster(1);
    FileRoster tooLarge =
        new FileRoster(
            most.contract(),
            most.payee(),
            most.rule(),
            most.recordDate(),
            most.resolution(),
            Collections.nCopies(100_001, most.members().getFirst()),
            List.of());

    assertThat(told(rosters.file(tooLarge, CLERK))).isEqualTo("MEMBERS_OUT_OF_BOUNDS");
  }

  /** What was done, however long it takes. */
  private static <T> T taken(Uni<Answer<T>> asked) {
    Answer<T> answer = asked.await().atMost(Duration.ofMinutes(10));
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static <T> T timed(String what, Supplier<T> step) {
    long begun = System.nanoTime();
    T done = step.get();
    System.err.printf(
        "%d members %s: %d ms%n", MEMBERS, what, (System.nanoTime() - begun) / 1_000_000);
    return done;
  }

  private FileRoster roster(int size) {
    List<RosterMember> members =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new RosterMember(
                        "M" + i,
                        "H" + i / 3,
                        1,
                        "张*",
                        new SealedPerson("s".repeat(160) + i, "i" + i, "c" + i)))
            .toList();
    List<SealedAccount> accounts =
        members.stream()
            .map(
                it ->
                    new SealedAccount(
                        it.sealed().blindIndex(),
                        new BankAccount("张*", "****0001", "103100000026"),
                        "mark" + it.household(),
                        "a".repeat(160)))
            .toList();
    return new FileRoster(
        CONTRACT,
        "villagers",
        Rule.PER_HEAD,
        WorkingCalendar.dayOf(market.clock.instant()),
        "成员大会决议",
        members,
        accounts);
  }

  private void isSold() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(link.door.open(contract("200.00", "200.00"), 5));
    Collectives collectives = link.database.collectives(market);
    done(collectives.name(new NameCollective(CONTRACT, "villagers", VILLAGE, "登记证"), OFFICER));
    done(collectives.confirm(CONTRACT, "villagers", 1, "已核对", MANAGER));
  }

  private void isFixed(RosterView roster) {
    market.clock.moveTo(roster.objectionsEndAt().plusSeconds(1));
    Actor reviewer = new Actor(account("reviewer"), party("centre"));
    done(rosters.fix(roster.id(), "公示期满", reviewer, MANAGER));
  }

  private void isEarned() {
    market.clock.moveTo(Instant.parse("2027-02-01T01:00:00Z"));
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("10000000.01"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    String number =
        await(market.receipts.subAccountOf(TRADE, ANJI, SubAccountPurpose.REVENUE))
            .orElseThrow()
            .number();
    link.tells(incoming("B1", number, "10000000.01"));
    done(link.door.distribute(CONTRACT, 2026));
  }
}
