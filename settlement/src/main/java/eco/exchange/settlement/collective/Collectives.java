package eco.exchange.settlement.collective;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.MarketClock;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Collectives as payees of contracts: named by one person, confirmed by another, and corrected in
 * the same way before money has gone out.
 *
 * <p>Every method that changes something may be called again with the same content.
 */
@ApplicationScoped
public class Collectives {

  private final PgNamingStore store;
  private final Clock clock;

  Collectives(PgNamingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Names the collective that a payee is; it counts once somebody else has confirmed it. */
  public Uni<Answer<NamingView>> name(NameCollective named, Actor officer) {
    return store.decide(
        named.contract(), named.payee(), ground -> NamingRules.name(ground, named, officer, now()));
  }

  /**
   * Confirms a naming. If it corrects another, the roster that the other collective shows goes back
   * to it, what else it has filed or told for this payee counts no more, and the reason is kept.
   */
  public Uni<Answer<NamingView>> confirm(
      ContractId contract, String payee, int number, String opinion, Actor manager) {
    return decide(contract, payee, number, true, opinion, manager);
  }

  /** Dismisses a naming; what counted before still counts. */
  public Uni<Answer<NamingView>> dismiss(
      ContractId contract, String payee, int number, String opinion, Actor manager) {
    return decide(contract, payee, number, false, opinion, manager);
  }

  private Uni<Answer<NamingView>> decide(
      ContractId contract,
      String payee,
      int number,
      boolean isConfirmed,
      String opinion,
      Actor manager) {
    NamingView.End end = new NamingView.End(isConfirmed, opinion, manager.account(), now());
    return store.decide(contract, payee, ground -> NamingRules.decide(ground, number, end));
  }

  /** Which collective a payee is; empty if no naming was confirmed. */
  public Uni<Optional<BeneficiaryView>> beneficiary(ContractId contract, String payee) {
    return store.beneficiary(contract, payee);
  }

  /** Every naming of a payee with its reason, oldest first. */
  public Uni<List<NamingView>> namings(ContractId contract, String payee) {
    return store.namings(contract, payee);
  }

  private Instant now() {
    return MarketClock.micros(clock.instant());
  }
}
