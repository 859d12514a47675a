package eco.exchange.settlement.review;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.revenue.RevenueRules;
import eco.exchange.settlement.revenue.Revenues;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The review of a year's revenue before it is shared: what the distribution would be, and whether
 * report, bank and independent signs agree. Who decides about it may want it verified first.
 */
@ApplicationScoped
public class RevenueReview {

  private static final int EVIDENCE_MAX = 500;

  private final Revenues revenues;
  private final BooksStore store;
  private final PgSignalStore signals;
  private final PgVerificationStore verifications;
  private final Clock clock;

  RevenueReview(
      Revenues revenues,
      BooksStore store,
      PgSignalStore signals,
      PgVerificationStore verifications,
      Clock clock) {
    this.revenues = revenues;
    this.store = store;
    this.signals = signals;
    this.verifications = verifications;
    this.clock = clock;
  }

  /**
   * What sharing a year's revenue would give to whom, by the rule that shares it; nothing moves.
   */
  public Uni<Answer<DistributionView>> preview(ContractId contract, int year) {
    return store
        .books(contract.trade())
        .map(books -> RevenueRules.distribute(books, contract, year, clock.instant()).answer());
  }

  /** Notes an independent sign of a year's revenue; the same sign again changes nothing. */
  public Uni<Answer<SignalView>> noteSignal(NoteSignal signal, Actor officer) {
    if (signal.evidence().isBlank() || signal.evidence().length() > EVIDENCE_MAX) {
      String detail = "the evidence has 1 to %d characters".formatted(EVIDENCE_MAX);
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail);
    }
    if (!signal.low().isPositive() || signal.high().isBelow(signal.low())) {
      String detail = "from %s to %s".formatted(signal.low(), signal.high());
      return refused(SettlementRefusal.AMOUNT_NOT_POSITIVE, detail);
    }
    return store
        .books(signal.contract().trade())
        .map(books -> books.escrow(signal.contract()))
        .chain(
            escrow ->
                escrow.isPresent()
                    ? keep(signal, officer)
                    : refused(SettlementRefusal.CONTRACT_UNKNOWN, signal.contract().number()));
  }

  private Uni<Answer<SignalView>> keep(NoteSignal signal, Actor officer) {
    return signals
        .keep(new SignalView(signal, officer.account(), clock.instant()))
        .map(
            kept ->
                kept.signal().equals(signal)
                    ? Answer.done(kept)
                    : Answer.refused(
                        SettlementRefusal.SIGNAL_DIFFERS, "another sign of this kind was noted"));
  }

  private static Uni<Answer<SignalView>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }

  /** A year's report held against the bank and the signs; empty if nothing is reported. */
  public Uni<Optional<Reconciliation>> reconciliation(ContractId contract, int year) {
    return signals.reconciliations(List.of(contract), year).map(all -> all.stream().findFirst());
  }

  /** The reports of a year that signs do not agree with, for those who audit. */
  public Uni<List<Reconciliation>> differences(int year) {
    return signals
        .reconciliations(year)
        .map(all -> all.stream().filter(one -> !one.differences().isEmpty()).toList());
  }

  /** Those of some contracts whose report of a year signs do not agree with. */
  public Uni<Set<ContractId>> disputed(List<ContractId> contracts, int year) {
    return signals
        .reconciliations(contracts, year)
        .map(
            all ->
                all.stream()
                    .filter(one -> !one.differences().isEmpty())
                    .map(Reconciliation::contract)
                    .collect(Collectors.toSet()));
  }

  /** Notes that somebody wants a year's revenue verified before it is shared. */
  public Uni<Answer<Boolean>> beginVerification(ContractId contract, int year, Actor by) {
    return verifications
        .note(contract, year, VerificationStep.BEGUN, by.account(), clock.instant())
        .replaceWith(Answer.done(true));
  }

  /** Notes that a year's revenue is verified, and may be approved again. */
  public Uni<Answer<Boolean>> endVerification(ContractId contract, int year, Actor by) {
    return verifications
        .note(contract, year, VerificationStep.ENDED, by.account(), clock.instant())
        .replaceWith(Answer.done(true));
  }

  /** Those of some contracts whose revenue of a year is still being verified. */
  public Uni<Set<ContractId>> beingVerified(List<ContractId> contracts, int year) {
    return verifications.open(contracts, year);
  }

  /**
   * Shares a year's revenue that two persons have approved. Where signs do not agree with the
   * report, the approval must say why it is shared all the same.
   *
   * @param opinion what whoever approves has said
   */
  public Uni<Answer<DistributionView>> distribute(ContractId contract, int year, String opinion) {
    return reconciliation(contract, year)
        .chain(
            found ->
                opinion.isBlank() && found.filter(it -> !it.differences().isEmpty()).isPresent()
                    ? Uni.createFrom()
                        .item(
                            Answer.refused(
                                SettlementRefusal.DIFFERENCE_UNEXPLAINED,
                                "a sign does not agree with the report"))
                    : revenues.distribute(contract, year));
  }
}
