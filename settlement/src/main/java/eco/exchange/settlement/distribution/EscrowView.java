package eco.exchange.settlement.distribution;

import eco.exchange.event.MarketEvent;
import eco.exchange.event.PriceEvent;
import eco.exchange.money.Money;
import eco.exchange.sharing.ContractTerm;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.PriceInstalment;
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
 * @param facts what was noted of its occasions
 * @param amendments its sealed amendments, in the order of the chain
 * @param instalments the instalments of the price; none if it is paid at once
 * @param guarantee what stands in for the later instalments, once the transferor has accepted it
 */
public record EscrowView(
    SealedContract terms,
    Instant priceDueAt,
    Instant openedAt,
    List<FactsView> facts,
    List<SealedAmendment> amendments,
    List<PriceInstalment> instalments,
    Optional<GuaranteeView> guarantee) {

  /** Copies the lists. */
  public EscrowView {
    facts = List.copyOf(facts);
    amendments = List.copyOf(amendments);
    instalments = List.copyOf(instalments);
  }

  /** The escrow of which nothing is noted yet. */
  public EscrowView(
      SealedContract terms,
      Instant priceDueAt,
      Instant openedAt,
      List<PriceInstalment> instalments) {
    this(terms, priceDueAt, openedAt, List.of(), List.of(), instalments, Optional.empty());
  }

  /** This escrow with more that was noted, as far as it is of its contract. */
  public EscrowView knowing(List<FactsView> more) {
    List<FactsView> all = new ArrayList<>(facts);
    more.stream()
        .filter(noted -> noted.facts().contract().equals(terms.contract()))
        .forEach(all::add);
    return new EscrowView(terms, priceDueAt, openedAt, all, amendments, instalments, guarantee);
  }

  /** This escrow with more amendments, as far as they are of its contract, in the order given. */
  public EscrowView amended(List<SealedAmendment> more) {
    List<SealedAmendment> all = new ArrayList<>(amendments);
    more.stream()
        .filter(amendment -> amendment.original().equals(terms.contract()))
        .forEach(all::add);
    return new EscrowView(terms, priceDueAt, openedAt, facts, all, instalments, guarantee);
  }

  /** This escrow of a price in instalments. */
  public EscrowView inInstalments(List<PriceInstalment> due) {
    return new EscrowView(terms, priceDueAt, openedAt, facts, amendments, due, guarantee);
  }

  /** This escrow with what stands in for the later instalments. */
  public EscrowView guaranteed(GuaranteeView accepted) {
    return new EscrowView(
        terms, priceDueAt, openedAt, facts, amendments, instalments, Optional.of(accepted));
  }

  /** The term during which revenue is shared. */
  public ContractTerm term() {
    return ContractTerm.of(openedAt, terms.termYears());
  }

  /** The instalment that is paid with an income. */
  public Optional<PriceInstalment> instalment(Occasion occasion) {
    return instalments.stream().filter(due -> due.occasion().equals(occasion)).findFirst();
  }

  /** What is due after the first instalment, with interest. */
  public Money dueLater() {
    return instalments.stream().skip(1).map(PriceInstalment::due).reduce(Money.ZERO, Money::plus);
  }

  /** The contract with its amendments. */
  public ContractVersions versions() {
    return new ContractVersions(terms, amendments);
  }

  /** What was noted of an occasion. */
  public Optional<FactsView> factsOf(Occasion occasion) {
    return facts.stream().filter(noted -> noted.facts().occasion().equals(occasion)).findFirst();
  }

  /** The event that nothing is due any more: the certificate of the trade follows it (R-POST-7). */
  public MarketEvent settled() {
    return new PriceEvent.PriceSettled(terms.contract().trade(), terms.contract(), terms.price());
  }
}
