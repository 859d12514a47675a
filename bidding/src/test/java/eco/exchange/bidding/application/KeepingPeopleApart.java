package eco.exchange.bidding.application;

import static eco.exchange.bidding.desk.Hall.APPROVER;
import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.REVIEWER;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.application;
import static eco.exchange.bidding.desk.Hall.applicationOf;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.codeOf;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.ApplicationRules.Ruling;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.ban.Ban;
import eco.exchange.bidding.ban.BanRefusal;
import eco.exchange.bidding.ban.BanScope;
import eco.exchange.bidding.ban.BanView;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.event.ApplicationEvent.BidderApplied;
import eco.exchange.event.ApplicationEvent.BidderWithdrew;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.market.Actor;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.money.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Who may not bid, who withdraws, and who comes first at the same price. Told once, and tried in
 * memory and on PostgreSQL.
 */
public abstract class KeepingPeopleApart {

  private static final Actor SUPERVISOR = actor("supervisor", "water");

  final Hall hall;

  public KeepingPeopleApart(Stores stores) {
    hall = new Hall(stores);
  }

  @Test
  void a_banned_party_may_not_apply_and_is_told_by_which_decision() {
    hall.schedule();
    BanView ban = isBanned("安吉", RestrictedAct.APPLY);
    Answer<ApplicationView> answer =
        await(hall.applications.apply(application("安吉"), person("安吉")));
    assertThat(((Answer.Refused<ApplicationView>) answer).reasons())
        .containsExactly(
            new Refusal(
                BiddingRefusal.BANNED, "banned by 自治区发展改革委, 宁发改罚〔2026〕3号 until 2026-12-31"));
    hall.applies("丽水");

    done(hall.bans.revoke(ban.ban().id(), "安吉", "信用修复", SUPERVISOR));
    hall.applies("安吉");
    assertThat(hall.events(BidderApplied.class)).hasSize(2);
  }

  @Test
  void a_ban_holds_from_its_first_day_to_its_last_and_only_for_what_it_forbids() {
    hall.schedule();
    isBanned("安吉", RestrictedAct.SIGN);
    hall.applies("安吉");
    assertThat(await(hall.bans.against(party("安吉"), "", RestrictedAct.SIGN))).isPresent();
    assertThat(await(hall.bans.against(party("安吉"), "", RestrictedAct.BID))).isEmpty();
    assertThat(await(hall.bans.against(party("丽水"), codeOf(party("安吉")), RestrictedAct.SIGN)))
        .as("a body is known by its code, whenever it registers")
        .isPresent();
    hall.clock.moveTo(Instant.parse("2026-12-31T15:59:00Z"));
    assertThat(await(hall.bans.against(party("安吉"), "", RestrictedAct.SIGN))).isPresent();
    hall.clock.moveTo(Instant.parse("2026-12-31T16:00:00Z"));
    assertThat(await(hall.bans.against(party("安吉"), "", RestrictedAct.SIGN))).isEmpty();
  }

  @Test
  void a_ban_is_entered_once_and_revoked_once() {
    Ban ban = ban("安吉", Set.of(RestrictedAct.APPLY));
    BanView entry = done(hall.bans.enter(ban, SUPERVISOR));
    assertThat(done(hall.bans.enter(ban, actor("another", "water")))).isEqualTo(entry);
    assertThat(await(hall.bans.ban(ban.id()))).contains(entry);
    refused(
        hall.bans.enter(ban(ban.id(), subject("丽水"), Set.of(RestrictedAct.APPLY)), SUPERVISOR),
        BanRefusal.BAN_DIFFERS);
    refused(
        hall.bans.enter(
            ban(ban.id(), new Ban.Subject(Optional.empty(), "某公司", "***"), Set.of()), SUPERVISOR),
        BanRefusal.SUBJECT_UNCLEAR,
        BanRefusal.BAN_EMPTY);
    BanView revoked = done(hall.bans.revoke(ban.id(), "安吉", "信用修复", SUPERVISOR));
    assertThat(done(hall.bans.revoke(ban.id(), "安吉", "信用修复", SUPERVISOR))).isEqualTo(revoked);
    refused(hall.bans.revoke(ban.id(), "安吉", "另一理由", SUPERVISOR), BanRefusal.ALREADY_REVOKED);
    refused(hall.bans.revoke(new UUID(1, 1), "安吉", "信用修复", SUPERVISOR), BanRefusal.NO_SUCH_BAN);
    assertThat(await(hall.bans.bans(Optional.of(BanScope.PUBLIC), Optional.empty(), 9)).items())
        .containsExactly(revoked);
    assertThat(await(hall.bans.bans(Optional.of(BanScope.OFFICES), Optional.empty(), 9)).items())
        .isEmpty();
  }

  @Test
  void who_is_banned_meanwhile_is_not_admitted_and_a_winner_does_not_sign() {
    hall.schedule();
    hall.applies("安吉");
    hall.applies("丽水");
    hall.qualifies("安吉");
    hall.qualifies("丽水");
    isBanned("安吉", RestrictedAct.BID);
    refused(hall.applications.admit(LOT, party("安吉")), BiddingRefusal.BANNED);
    done(hall.applications.admit(LOT, party("丽水")));
    hall.opens();
    hall.bids("丽水", "50.00");
    hall.closes();
    BanView ban = isBanned("丽水", RestrictedAct.SIGN);
    hall.clock.moveTo(await(hall.awards.award(LOT)).orElseThrow().publicityEndsAt());
    refused(hall.awards.approve(LOT, REVIEWER, APPROVER), BiddingRefusal.BANNED);
    done(hall.bans.revoke(ban.ban().id(), "丽水", "信用修复", SUPERVISOR));
    done(hall.awards.approve(LOT, REVIEWER, APPROVER));
    done(hall.awards.signable(LOT, 1));
    isBanned("丽水", RestrictedAct.SIGN);
    refused(hall.awards.signable(LOT, 1), BiddingRefusal.BANNED);
  }

  @Test
  void nobody_bids_who_has_a_hand_in_the_trade_nor_anybody_of_their_group() {
    hall.schedule();
    for (String insider : List.of("centre", "塞上评估", "彭阳县水务局")) {
      refused(
          hall.applications.apply(application(insider), person(insider)),
          BiddingRefusal.CONFLICT_OF_INTEREST);
      refused(
          hall.applications.apply(related("安吉", insider), person("安吉")),
          BiddingRefusal.CONFLICT_OF_INTEREST);
    }
    refused(
        hall.applications.apply(
            new Application(
                applicationOf("安吉"),
                LOT,
                application("安吉").papers(),
                List.of("no code"),
                Optional.empty()),
            person("安吉")),
        BiddingRefusal.RELATED_INVALID);
    assertThat(hall.events()).isEmpty();
  }

  @Test
  void applicants_of_one_group_are_told_to_the_officer_and_to_nobody_else() {
    hall.schedule();
    hall.applies("安吉");
    done(hall.applications.apply(related("丽水", "安吉"), person("丽水")));
    done(hall.applications.apply(related("德清", "母公司"), person("德清")));
    done(hall.applications.apply(related("湖州", "母公司"), person("湖州")));
    hall.applies("余杭");
    assertThat(await(hall.applications.relations(LOT)))
        .containsExactly(
            new RelationView(applicationOf("安吉"), applicationOf("丽水"), codeOf(party("安吉"))),
            new RelationView(applicationOf("德清"), applicationOf("湖州"), codeOf(party("母公司"))));
    hall.qualifies("安吉");
    assertThat(hall.qualifies("丽水").state()).isEqualTo(ApplicationView.State.QUALIFIED);
  }

  @Test
  void in_a_tender_only_one_of_a_group_is_qualified() {
    hall.schedule();
    hall.applies("安吉");
    ApplicationView qualified = hall.qualifies("安吉");
    ApplicationView other = done(hall.applications.apply(related("丽水", "安吉"), person("丽水")));
    Lot english = await(hall.stores.lots().lot(LOT)).orElseThrow();
    Lot tender = english.after(0, tendered(), TERMS.opensAt());
    Ruling ruling = new Ruling(ApplicationView.State.QUALIFIED, "符合", Optional.empty(), OFFICER);

    assertThat(ApplicationRules.againstDeciding(other, ruling, english, List.of(qualified)))
        .isEmpty();
    assertThat(ApplicationRules.againstDeciding(other, ruling, tender, List.of(qualified)))
        .extracting(Refusal::reason)
        .contains(BiddingRefusal.CONFLICT_OF_INTEREST);
  }

  private static Auction tendered() {
    LotTerms terms =
        new LotTerms(
            TERMS.reserve(),
            TERMS.increment(),
            TERMS.deposit(),
            TERMS.applicationsCloseAt(),
            TERMS.depositsDueAt(),
            TERMS.opensAt(),
            TERMS.closesAt(),
            new MethodTerms.Tender(3, new Scoring(Percentage.WHOLE, List.of())),
            TERMS.ruleEdition());
    return Auction.of(LOT, terms);
  }

  @Test
  void an_applicant_withdraws_while_applications_are_taken_and_for_good() {
    hall.schedule();
    hall.applies("安吉");
    hall.applies("丽水");
    hall.qualifies("安吉");
    done(hall.applications.admit(LOT, party("安吉")));

    ApplicationView withdrawn = done(hall.applications.withdraw(applicationOf("安吉"), person("安吉")));
    assertThat(withdrawn.state()).isEqualTo(ApplicationView.State.WITHDRAWN);
    assertThat(done(hall.applications.withdraw(applicationOf("安吉"), person("安吉"))))
        .isEqualTo(withdrawn);
    assertThat(await(hall.applications.application(applicationOf("安吉")))).contains(withdrawn);
    assertThat(await(hall.applications.paddleOf(LOT, party("安吉")))).isEmpty();
    assertThat(hall.events(BidderWithdrew.class))
        .containsExactly(new BidderWithdrew(LOT, applicationOf("安吉"), party("安吉")));
    refused(hall.applications.admit(LOT, party("安吉")), BiddingRefusal.APPLICATION_WITHDRAWN);
    refused(
        hall.applications.apply(
            new Application(applicationOf("again"), LOT, application("安吉").papers()), person("安吉")),
        BiddingRefusal.ALREADY_APPLIED);
    done(hall.applications.withdraw(applicationOf("丽水"), person("丽水")));
    refused(
        hall.applications.qualify(applicationOf("丽水"), "符合", Optional.empty(), OFFICER),
        BiddingRefusal.APPLICATION_WITHDRAWN);
    hall.clock.moveTo(TERMS.applicationsCloseAt());
    hall.rings();
    assertThat(hall.events(LotUnsold.class)).containsExactly(new LotUnsold(LOT, "NO_APPLICANT"));
  }

  @Test
  void nobody_withdraws_for_another_or_too_late() {
    hall.schedule();
    hall.applies("安吉");
    hall.applies("丽水");
    refused(
        hall.applications.withdraw(applicationOf("安吉"), person("丽水")),
        BiddingRefusal.NO_SUCH_APPLICATION);
    done(hall.applications.reject(applicationOf("丽水"), "不符", OFFICER));
    refused(
        hall.applications.withdraw(applicationOf("丽水"), person("丽水")),
        BiddingRefusal.ALREADY_DECIDED);
    hall.clock.moveTo(TERMS.applicationsCloseAt());
    refused(
        hall.applications.withdraw(applicationOf("安吉"), person("安吉")),
        BiddingRefusal.WITHDRAWAL_CLOSED);
    assertThat(hall.events(BidderWithdrew.class)).isEmpty();
  }

  @Test
  void a_right_of_priority_that_is_confirmed_shows_in_the_paddle_and_wins_at_the_same_price() {
    hall.schedule();
    claims("村民");
    claims("经营者");
    hall.applies("丽水");
    done(hall.applications.qualify(applicationOf("村民"), "本集体成员", Optional.of(1), OFFICER));
    done(hall.applications.qualify(applicationOf("经营者"), "未能证明", Optional.empty(), OFFICER));
    for (int rank : List.of(0, 10)) {
      refused(
          hall.applications.qualify(applicationOf("丽水"), "符合", Optional.of(rank), OFFICER),
          BiddingRefusal.RANK_INVALID);
    }
    refused(
        hall.applications.qualify(applicationOf("丽水"), "无人主张", Optional.of(1), OFFICER),
        BiddingRefusal.RANK_INVALID);
    hall.qualifies("丽水");
    for (String name : List.of("村民", "经营者", "丽水")) {
      done(hall.applications.admit(LOT, party(name)));
    }
    assertThat(hall.paddleOf("村民")).matches("P1-\\d{4}");
    assertThat(hall.paddleOf("经营者")).matches("\\d{4}");
    hall.opens();
    hall.bids("丽水", "50.00");
    assertThat(Hall.worded(hall.bids("经营者", "50.00"))).isEqualTo("TOO_LOW");
    assertThat(Hall.worded(hall.bids("村民", "50.00"))).isEqualTo("accepted");
    hall.closes();
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("村民"));
  }

  private void claims(String name) {
    Application claim =
        new Application(
            applicationOf(name),
            LOT,
            application(name).papers(),
            List.of(),
            Optional.of(PriorityClaim.COLLECTIVE_MEMBER));
    done(hall.applications.apply(claim, person(name)));
  }

  private static Application related(String name, String to) {
    return new Application(
        applicationOf(name),
        LOT,
        application(name).papers(),
        List.of(codeOf(party(to))),
        Optional.empty());
  }

  private static Actor person(String name) {
    return actor(name, name);
  }

  private BanView isBanned(String name, RestrictedAct act) {
    return done(hall.bans.enter(ban(name, EnumSet.of(act)), SUPERVISOR));
  }

  private static Ban ban(String name, Set<RestrictedAct> acts) {
    return ban(UUID.randomUUID(), subject(name), acts);
  }

  private static Ban.Subject subject(String name) {
    return new Ban.Subject(Optional.of(party(name)), name, codeOf(party(name)));
  }

  private static Ban ban(UUID id, Ban.Subject subject, Set<RestrictedAct> acts) {
    return new Ban(
        id,
        subject,
        "公共资源交易失信",
        "竞买人",
        "串通报价",
        LocalDate.parse("2026-03-01"),
        LocalDate.parse("2026-03-02"),
        Optional.of(LocalDate.parse("2026-12-31")),
        "自治区发展改革委",
        "宁发改罚〔2026〕3号",
        acts,
        BanScope.PUBLIC);
  }
}
