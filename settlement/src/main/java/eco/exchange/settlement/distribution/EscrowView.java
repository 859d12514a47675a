package eco.exchange.settlement.distribution;

import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The escrow of a contract: what settlement has taken from the sealed paper, and pays by.
 *
 * @param terms the sealed contract, with the terms and their hash
 * @param priceDueAt the moment from which the price is late
 * @param openedAt when the contract took effect here
 * @param facts what was noted of its years, by year
 * @param amendments its sealed amendments, in the order of the chain
 */
public record EscrowView(
    SealedContract terms,
    Instant priceDueAt,
    Instant openedAt,
    List<FactsView> facts,
    List<SealedAmendment> amendments) {

  /** Copies the lists. */
  public EscrowView {
    facts = List.copyOf(facts);
    amendments = List.copyOf(amendments);
  }

  /** The escrow of which nothing is noted yet. */
  public EscrowView(SealedContract terms, Instant priceDueAt, Instant openedAt) {
    this(terms, priceDueAt, openedAt, List.of(), List.of());
  }

  /** This escrow with more that was noted, as far as it is of its contract. */
  public EscrowView knowing(List<FactsView> more) {
    List<FactsView> all = new ArrayList<>(facts);
    more.stream()
        .filter(noted -> noted.facts().contract().equals(terms.contract()))
        .forEach(all::add);
    return new EscrowView(terms, priceDueAt, openedAt, all, amendments);
  }

  /** This escrow with more amendments, as far as they are of its contract, in the order given. */
  public EscrowView amended(List<SealedAmendment> more) {
    List<SealedAmendment> all = new ArrayList<>(amendments);
    more.stream()
        .filter(amendment -> amendment.original().equals(terms.contract()))
        .forEach(all::add);
    return new EscrowView(terms, priceDueAt, openedAt, facts, all);
  }

  /** The contract with its amendments. */
  public ContractVersions versions() {
    return new ContractVersions(terms, amendments);
  }

  /** What was noted of a year. */
  public Optional<FactsView> factsOf(int year) {
    return facts.stream().filter(noted -> noted.facts().year() == year).findFirst();
  }
}
