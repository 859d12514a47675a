package eco.exchange.contracts.amendment;

import static eco.exchange.contracts.SampleAmendments.FROM;
import static eco.exchange.contracts.SampleAmendments.badongAmended;
import static eco.exchange.contracts.contract.ContractScenarios.actor;
import static eco.exchange.contracts.contract.ContractScenarios.await;
import static eco.exchange.contracts.contract.ContractScenarios.done;
import static eco.exchange.contracts.contract.ContractScenarios.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.SampleAmendments;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.contract.AmendmentLinkView;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.contracts.contract.ContractStore;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.AmendmentLink.Vote;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of an amendment from a party's draft to the seal, on whatever keeps it. */
abstract class AmendmentScenarios {

  private static final Deal DEAL = SampleDeals.badong();
  private static final ContractId CONTRACT = DEAL.contract();
  private static final ContractId FIRST = new ContractId(CONTRACT.trade(), 2);
  private static final ContractId SECOND = new ContractId(CONTRACT.trade(), 3);
  private static final PartyId TRANSFEROR = DEAL.transferor().party().id();
  private static final PartyId TRANSFEREE = DEAL.transferee().party().id();
  private static final Actor SELLER = actor(TRANSFEROR);
  private static final Actor BUYER = actor(TRANSFEREE);
  private static final Actor STRANGER = actor(new PartyId(UUID.randomUUID()));
  private static final Optional<OwnersDecision> VOTE =
      badongAmended().amends().orElseThrow().decision();

  private ContractStore store;
  private Contracts contracts;
  private Amendments amendments;

  /** An empty store. */
  abstract ContractStore store();

  /** The events that the store has kept. */
  abstract List<MarketEvent> events();

  @BeforeEach
  void open() {
    store = store();
    openAt(SampleDeals.AWARDED);
    done(contracts.draw(DEAL));
    signAndSeal(CONTRACT);
  }

  private void openAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    contracts = new Contracts(store, SampleKeys.shared(), clock, SampleDeals.OFFICE);
    amendments = new Amendments(store, contracts, SampleKeys.shared(), clock, SampleDeals.OFFICE);
  }

  @Test
  void an_amendment_goes_from_a_partys_draft_to_the_seal() {
    ContractView drawn = done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    signAndSeal(FIRST);
    SealedAmendment sealed = await(amendments.sealed(FIRST));

    assertThat(drawn.state()).isEqualTo(ContractState.ISSUED);
    assertThat(drawn.amends()).contains(new AmendmentLinkView(CONTRACT, CONTRACT, FROM));
    assertThat(sealed).isEqualTo(SamplePapers.amendment(badongAmended()));
    assertThat(sealed.version().isGenuine()).isTrue();
    assertThat(events())
        .endsWith(
            new AmendmentEvent.AmendmentDrawn(
                CONTRACT.trade(), CONTRACT, FIRST, TRANSFEROR, TRANSFEREE, FROM),
            new AmendmentEvent.ContractAmended(
                CONTRACT.trade(), CONTRACT, FIRST, sealed.version().termsHash(), FROM));
  }

  @Test
  void the_contract_of_a_trade_stays_the_one_that_was_first_concluded() {
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    signAndSeal(FIRST);

    assertThat(await(contracts.contractOf(CONTRACT.trade())).orElseThrow().contract())
        .isEqualTo(CONTRACT);
    assertThat(await(amendments.versions(CONTRACT)))
        .extracting(ContractView::contract)
        .containsExactly(CONTRACT, FIRST);
  }

  @Test
  void the_next_amendment_follows_the_last_that_is_in_force() {
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    signAndSeal(FIRST);
    done(amendments.draft(CONTRACT, draft("30", LocalDate.of(2030, 1, 1)), BUYER));
    signAndSeal(SECOND);

    SealedAmendment second = await(amendments.sealed(SECOND));
    assertThat(second.previous()).isEqualTo(FIRST);
    assertThat(second.original()).isEqualTo(CONTRACT);
    assertThat(second.termsHashBefore()).isEqualTo(TermsJson.hash(terms("25")));
  }

  @Test
  void while_one_is_open_the_same_draft_gives_it_again_and_another_is_refused() {
    ContractView open = done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    int told = events().size();

    assertThat(done(amendments.draft(CONTRACT, draft("25", FROM), BUYER))).isEqualTo(open);
    assertThat(refusals(amendments.draft(CONTRACT, draft("30", FROM), BUYER)))
        .containsExactly(ContractRefusal.AMENDMENT_OPEN);
    assertThat(events()).hasSize(told);
  }

  @Test
  void what_is_withdrawn_is_signed_no_more_and_gives_its_place_free() {
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    done(contracts.sign(FIRST, TRANSFEREE, BUYER));
    assertThat(refusals(amendments.withdraw(FIRST, STRANGER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    ContractView withdrawn = done(amendments.withdraw(FIRST, BUYER));

    assertThat(withdrawn.state()).isEqualTo(ContractState.ANNULLED);
    assertThat(done(amendments.withdraw(FIRST, BUYER))).isEqualTo(withdrawn);
    assertThat(refusals(contracts.sign(FIRST, TRANSFEROR, SELLER)))
        .containsExactly(ContractRefusal.ANNULLED);
    assertThat(events())
        .endsWith(new AmendmentEvent.AmendmentWithdrawn(CONTRACT.trade(), CONTRACT, FIRST));
    assertThat(done(amendments.draft(CONTRACT, draft("30", FROM), BUYER)).contract())
        .isEqualTo(SECOND);
    assertThatThrownBy(() -> await(amendments.sealed(FIRST)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_contract_itself_and_what_both_have_signed_are_not_withdrawn() {
    assertThat(refusals(amendments.withdraw(CONTRACT, SELLER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    signAndSeal(FIRST);
    assertThat(refusals(amendments.withdraw(FIRST, SELLER)))
        .containsExactly(ContractRefusal.ALREADY_SIGNED);
    assertThat(refusals(amendments.expire(FIRST))).containsExactly(ContractRefusal.ALREADY_SIGNED);
  }

  @Test
  void only_a_party_of_a_contract_in_force_amends_it() {
    assertThat(refusals(amendments.draft(CONTRACT, draft("25", FROM), STRANGER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    assertThat(refusals(amendments.draft(FIRST, draft("25", FROM), SELLER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    Deal other = SampleDeals.pengyang();
    done(contracts.draw(other));
    assertThat(
            refusals(
                amendments.draft(
                    other.contract(), draft("25", FROM), actor(other.transferor().party().id()))))
        .containsExactly(ContractRefusal.NOT_EFFECTIVE);
  }

  @Test
  void it_applies_from_a_year_to_come_within_the_term_after_the_version_before() {
    assertThat(untimely("25", LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(untimely("25", LocalDate.of(2047, 1, 1))).isTrue();
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    signAndSeal(FIRST);
    assertThat(untimely("30", FROM)).isTrue();
    assertThat(untimely("30", LocalDate.of(2027, 1, 1))).isTrue();
  }

  @Test
  void a_vote_that_is_not_held_yet_decides_nothing() {
    LocalDate held = LocalDate.of(2026, 11, 21);
    Vote vote = new Vote(held.minusDays(20), held, 312, 260, 231);
    AmendmentDraft draft =
        new AmendmentDraft(
            terms("25"),
            FROM,
            "提高村集体所得",
            Optional.of(
                new OwnersDecision("决议", SampleAmendments.DECISION_HASH, Optional.of(vote))));

    assertThat(refusals(amendments.draft(CONTRACT, draft, SELLER)))
        .containsExactly(ContractRefusal.AMENDMENT_UNTIMELY);
  }

  @Test
  void faults_are_told_all_at_once() {
    AmendmentDraft draft = new AmendmentDraft(DEAL.terms(), FROM, "看一下\u202E", Optional.empty());

    assertThat(refusals(amendments.draft(CONTRACT, draft, SELLER)))
        .containsExactly(
            ContractRefusal.AMENDMENT_FAULTY,
            ContractRefusal.AMENDMENT_FAULTY,
            ContractRefusal.AMENDMENT_FAULTY,
            ContractRefusal.TEXT_UNPRINTABLE);
  }

  @Test
  void nobody_signs_it_when_its_day_has_come() {
    done(amendments.draft(CONTRACT, draft("25", FROM), SELLER));
    done(contracts.sign(FIRST, TRANSFEREE, BUYER));
    // Midnight in Beijing, when the first day of 2028 begins.
    openAt(Instant.parse("2027-12-31T16:00:00Z"));

    assertThat(refusals(contracts.sign(FIRST, TRANSFEROR, SELLER)))
        .containsExactly(ContractRefusal.AMENDMENT_LATE);
    assertThat(done(amendments.expire(FIRST)).state()).isEqualTo(ContractState.ANNULLED);
  }

  private boolean untimely(String percent, LocalDate from) {
    return refusals(amendments.draft(CONTRACT, draft(percent, from), SELLER))
        .equals(List.of(ContractRefusal.AMENDMENT_UNTIMELY));
  }

  private void signAndSeal(ContractId version) {
    done(contracts.sign(version, TRANSFEROR, SELLER));
    done(contracts.sign(version, TRANSFEREE, BUYER));
    done(contracts.seal(version, STRANGER));
  }

  private static AmendmentDraft draft(String percent, LocalDate from) {
    AmendmentLink amends = badongAmended().amends().orElseThrow();
    return new AmendmentDraft(terms(percent), from, amends.reason(), VOTE);
  }

  private static SharingTerms terms(String percent) {
    return SampleAmendments.terms(DEAL.terms(), percent);
  }
}
