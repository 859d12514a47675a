package eco.exchange.contracts.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.contracts.ArchiveCheck;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.SigningKeyFolder;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a contract from the press to the certificate, on whatever keeps it. */
public abstract class ContractScenarios {

  private static final Deal DEAL = SampleDeals.badong();
  private static final ContractId ID = DEAL.contract();
  private static final PartyId TRANSFEROR = DEAL.transferor().party().id();
  private static final PartyId TRANSFEREE = DEAL.transferee().party().id();
  private static final Money PRICE = DEAL.sale().price();
  private static final Actor SELLER = actor(TRANSFEROR);
  private static final Actor BUYER = actor(TRANSFEREE);
  private static final Actor OFFICER = actor(new PartyId(UUID.randomUUID()));

  private Contracts contracts;

  /** An empty store. */
  abstract ContractStore store();

  /** The events that the store has kept. */
  abstract List<MarketEvent> events();

  /** Replaces a paper behind the back of the exchange. */
  abstract void forge(ContractId contract, byte[] paper);

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
    contracts = new Contracts(store(), SampleKeys.shared(), clock, SampleDeals.OFFICE);
  }

  @Test
  void a_contract_goes_from_the_press_to_the_certificate() {
    assertThat(done(contracts.draw(DEAL)).state()).isEqualTo(ContractState.ISSUED);
    assertThat(done(contracts.sign(ID, TRANSFEREE, BUYER)).state())
        .isEqualTo(ContractState.SIGNED_BY_ONE);
    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER)).state())
        .isEqualTo(ContractState.SIGNED_BY_BOTH);
    ContractView effective = done(contracts.seal(ID, OFFICER));
    CertificateView certificate = done(contracts.certify(ID, PRICE));

    assertThat(effective.state()).isEqualTo(ContractState.EFFECTIVE);
    assertThat(effective.effectiveAt()).contains(SampleDeals.AWARDED);
    assertThat(await(contracts.contractOf(ID.trade()))).contains(effective);
    assertThat(await(contracts.certificateOf(ID.trade()))).contains(certificate);
    assertThat(ArchiveCheck.faultsOf(await(contracts.pdf(ID)).orElseThrow())).isEmpty();
    assertThat(await(contracts.certificatePdf(ID.trade()))).isPresent();
    assertThat(events())
        .containsExactly(
            new ContractEvent.ContractIssued(ID.trade(), ID, TRANSFEROR, TRANSFEREE),
            new ContractEvent.ContractEffective(ID.trade(), ID, effective.termsHash()),
            new ContractEvent.TradeCertified(ID.trade(), ID, certificate.number()));
  }

  @Test
  void a_contract_that_not_both_have_signed_can_be_given_up_and_is_signed_no_more() {
    done(contracts.draw(DEAL));
    done(contracts.sign(ID, TRANSFEROR, SELLER));
    assertThat(contracts.annul(ID, Optional.of(TRANSFEROR)).await().indefinitely())
        .as("the transferor has signed, and cannot be said not to")
        .isInstanceOf(Answer.Refused.class);

    ContractView annulled = done(contracts.annul(ID, Optional.of(TRANSFEREE)));

    assertThat(annulled.state()).isEqualTo(ContractState.ANNULLED);
    assertThat(annulled.transferorSignedAt()).isPresent();
    assertThat(done(contracts.annul(ID, Optional.of(TRANSFEREE)))).isEqualTo(annulled);
    assertThat(await(contracts.contract(ID))).contains(annulled);
    assertThat(contracts.sign(ID, TRANSFEREE, BUYER).await().indefinitely())
        .isInstanceOf(Answer.Refused.class);
    assertThat(contracts.seal(ID, OFFICER).await().indefinitely())
        .isInstanceOf(Answer.Refused.class);
    assertThat(events()).hasSize(1);
  }

  @Test
  void what_both_have_signed_cannot_be_given_up() {
    done(contracts.draw(DEAL));
    done(contracts.sign(ID, TRANSFEROR, SELLER));
    done(contracts.sign(ID, TRANSFEREE, BUYER));
    assertThat(contracts.annul(ID, Optional.empty()).await().indefinitely())
        .isInstanceOf(Answer.Refused.class);
    done(contracts.seal(ID, OFFICER));
    assertThat(contracts.annul(ID, Optional.empty()).await().indefinitely())
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void settlement_reads_the_terms_from_the_sealed_paper() {
    effective();

    SealedContract sealed = await(contracts.sealed(ID));

    assertThat(sealed.isGenuine()).isTrue();
    assertThat(sealed.terms()).isEqualTo(DEAL.terms());
    assertThat(sealed.price()).isEqualTo(PRICE);
    assertThat(sealed.deposit()).isEqualTo(DEAL.sale().deposit());
    assertThat(sealed.transferor()).isEqualTo(TRANSFEROR);
    assertThat(sealed.transferee()).isEqualTo(TRANSFEREE);
    assertThat(sealed.termYears()).isEqualTo(20);
  }

  @Test
  void doing_it_again_changes_nothing_and_tells_nothing() {
    effective();
    byte[] paper = await(contracts.pdf(ID)).orElseThrow();
    CertificateView certificate = done(contracts.certify(ID, PRICE));
    int told = events().size();

    assertThat(done(contracts.draw(DEAL)).state()).isEqualTo(ContractState.EFFECTIVE);
    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER)).state())
        .isEqualTo(ContractState.EFFECTIVE);
    assertThat(done(contracts.seal(ID, OFFICER)).state()).isEqualTo(ContractState.EFFECTIVE);
    assertThat(done(contracts.certify(ID, PRICE))).isEqualTo(certificate);

    assertThat(await(contracts.pdf(ID))).contains(paper);
    assertThat(events()).hasSize(told);
  }

  @Test
  void signing_twice_leaves_one_signature() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();
    ContractView once = done(contracts.sign(ID, TRANSFEROR, SELLER));
    byte[] paper = await(contracts.pdf(ID)).orElseThrow();

    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER))).isEqualTo(once);
    assertThat(await(contracts.pdf(ID))).contains(paper);
  }

  @Test
  void both_may_sign_at_the_same_moment() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();

    List<CompletableFuture<Answer<ContractView>>> both =
        Stream.of(SELLER, BUYER)
            .map(
                actor ->
                    CompletableFuture.supplyAsync(
                        () -> await(contracts.sign(ID, actor.party(), actor))))
            .toList();

    assertThat(both)
        .allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Answer.Done.class));
    assertThat(done(contracts.seal(ID, OFFICER)).state()).isEqualTo(ContractState.EFFECTIVE);
  }

  @Test
  void a_party_whose_certificate_was_revoked_cannot_sign_until_it_has_another() {
    SigningKeyFolder keys = SampleKeys.fresh();
    Clock clock = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
    contracts = new Contracts(store(), keys, clock, SampleDeals.OFFICE);
    assertThat(done(contracts.draw(DEAL)).state()).isEqualTo(ContractState.ISSUED);
    assertThat(keys.revoke(DEAL.transferor().party())).isNotNull();

    assertThat(refusals(contracts.sign(ID, TRANSFEROR, SELLER)))
        .containsExactly(ContractRefusal.CERTIFICATE_REVOKED);
    assertThat(keys.renew(DEAL.transferor().party())).isNotNull();
    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER)).state())
        .isEqualTo(ContractState.SIGNED_BY_ONE);
  }

  @Test
  void another_deal_under_the_same_number_is_refused() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();

    assertThat(refusals(contracts.draw(SampleDeals.withTransferor(DEAL, "冒名镇人民政府"))))
        .containsExactly(ContractRefusal.DEAL_CHANGED);
  }

  @Test
  void only_the_two_parties_sign_and_each_for_itself() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();

    assertThat(refusals(contracts.sign(ID, OFFICER.party(), OFFICER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    assertThat(refusals(contracts.sign(ID, TRANSFEROR, OFFICER)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    assertThat(refusals(contracts.sign(ID, TRANSFEROR, BUYER)))
        .containsExactly(ContractRefusal.NOT_YOUR_PARTY);
    assertThat(await(contracts.contract(ID)).orElseThrow().state()).isEqualTo(ContractState.ISSUED);
  }

  @Test
  void the_seal_waits_for_both_and_is_not_a_partys() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();
    assertThat(refusals(contracts.seal(ID, OFFICER)))
        .containsExactly(ContractRefusal.NOT_SIGNED_BY_BOTH);
    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER))).isNotNull();
    assertThat(refusals(contracts.seal(ID, OFFICER)))
        .containsExactly(ContractRefusal.NOT_SIGNED_BY_BOTH);
    assertThat(done(contracts.sign(ID, TRANSFEREE, BUYER))).isNotNull();

    assertThat(refusals(contracts.seal(ID, BUYER)))
        .containsExactly(ContractRefusal.PARTY_MAY_NOT_SEAL);
  }

  @Test
  void a_certificate_needs_a_contract_in_force_and_the_whole_price() {
    assertThat(refusals(contracts.certify(ID, PRICE)))
        .containsExactly(ContractRefusal.CONTRACT_UNKNOWN);
    assertThat(done(contracts.draw(DEAL))).isNotNull();
    assertThat(refusals(contracts.certify(ID, PRICE)))
        .containsExactly(ContractRefusal.NOT_EFFECTIVE);
    signAndSeal();

    assertThat(refusals(contracts.certify(ID, PRICE.minus(new Money(1)))))
        .containsExactly(ContractRefusal.PRICE_DIFFERS);
  }

  @Test
  void a_forged_paper_stops_settlement_and_certificate() {
    effective();
    byte[] paper = await(contracts.pdf(ID)).orElseThrow();
    paper[paper.length / 2] ^= 1;
    forge(ID, paper);

    assertThatThrownBy(() -> await(contracts.sealed(ID)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SEAL_INTACT");
    assertThat(refusals(contracts.certify(ID, PRICE)))
        .containsExactly(ContractRefusal.PAPER_NOT_GENUINE);
  }

  @Test
  void what_is_not_sealed_is_nothing_to_settlement() {
    assertThatThrownBy(() -> await(contracts.sealed(ID))).isInstanceOf(IllegalStateException.class);
    assertThat(done(contracts.draw(DEAL))).isNotNull();

    assertThatThrownBy(() -> await(contracts.sealed(ID))).isInstanceOf(IllegalStateException.class);
  }

  private void effective() {
    assertThat(done(contracts.draw(DEAL))).isNotNull();
    signAndSeal();
  }

  private void signAndSeal() {
    assertThat(done(contracts.sign(ID, TRANSFEROR, SELLER))).isNotNull();
    assertThat(done(contracts.sign(ID, TRANSFEREE, BUYER))).isNotNull();
    assertThat(done(contracts.seal(ID, OFFICER))).isNotNull();
  }

  public static Actor actor(PartyId party) {
    return new Actor(new AccountId(UUID.randomUUID()), party);
  }

  public static <T> T done(Uni<Answer<T>> answer) {
    return switch (await(answer)) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused.reasons());
    };
  }

  public static <T> List<Object> refusals(Uni<Answer<T>> answer) {
    return switch (await(answer)) {
      case Answer.Done<T> done -> throw new AssertionError(done.value());
      case Answer.Refused<T> refused ->
          refused.reasons().stream().<Object>map(Refusal::reason).toList();
    };
  }

  public static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(90));
  }
}
