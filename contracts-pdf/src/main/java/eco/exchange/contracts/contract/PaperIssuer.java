package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.issue.CertificatePaper;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.ReadingCopy;
import eco.exchange.contracts.proof.PaperContents;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The issue of papers that bear the centre's seal alone, each once.
 *
 * <p>A paper is made when it is first asked for, from facts that no longer change, and is kept: who
 * asks again, or at the same time, gets the same bytes.
 */
final class PaperIssuer {

  private final ContractStore store;
  private final PaperMaker paperMaker;

  PaperIssuer(ContractStore store, PaperMaker paperMaker) {
    this.store = store;
    this.paperMaker = paperMaker;
  }

  /** The paper, which is made if it is not there yet. */
  Uni<byte[]> issue(IssuedPaper paper, Instant now) {
    PaperView issued = PaperView.of(paper);
    return store
        .paper(issued.number())
        .chain(
            kept ->
                kept.map(bytes -> Uni.createFrom().item(bytes))
                    .orElseGet(() -> make(paper, issued, now)));
  }

  private Uni<byte[]> make(IssuedPaper paper, PaperView issued, Instant now) {
    return BlockingWork.run(() -> paperMaker.issue(paper.sheet(), now))
        .chain(
            bytes ->
                store
                    .keep(issued, bytes)
                    .chain(won -> won ? Uni.createFrom().item(bytes) : issue(paper, now)));
  }

  /** The certificate of a contract whose price is paid (R-POST-7); again gives the same. */
  Uni<Answer<CertificateView>> certify(ContractId id, Money price, Instant now) {
    return store
        .certificateOf(id.trade())
        .chain(
            certified ->
                certified
                    .map(view -> Uni.createFrom().item(Answer.done(view)))
                    .orElseGet(
                        () ->
                            store
                                .contract(id)
                                .map(found -> DueCertificate.of(id, found, price, now))
                                .chain(due -> carryOut(due, () -> certify(id, price, now)))));
  }

  /** The reading copy of a contract in force. */
  Uni<Answer<byte[]>> readingCopy(ContractId id, Optional<Contract> found, Instant now) {
    if (found.isEmpty()) {
      return refused(ContractRefusal.CONTRACT_UNKNOWN, "no contract " + id);
    }
    return found.get() instanceof Contract.Effective effective
        ? store
            .paper(id.number())
            .map(Optional::orElseThrow)
            .chain(paper -> paperMaker.ifGenuine(paper, () -> readingCopy(paper, effective, now)))
        : refused(ContractRefusal.NOT_EFFECTIVE, "not in force: " + found.get().state());
  }

  private Uni<Answer<byte[]>> readingCopy(byte[] paper, Contract.Effective contract, Instant now) {
    return BlockingWork.run(() -> new ReadingCopy(PaperContents.dealIn(paper), contract.at()))
        .chain(copy -> issue(copy, now))
        .map(Answer::done);
  }

  private static <T> Uni<Answer<T>> refused(ContractRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }

  private Uni<Answer<CertificateView>> carryOut(
      Answer<DueCertificate> due, Supplier<Uni<Answer<CertificateView>>> anew) {
    return switch (due) {
      case Answer.Refused<DueCertificate> refused ->
          Uni.createFrom().item(Answer.refused(refused.reasons()));
      case Answer.Done<DueCertificate> done ->
          store
              .paper(done.value().view().contract().number())
              .map(Optional::orElseThrow)
              .chain(
                  contract ->
                      paperMaker.ifGenuine(contract, () -> certify(done.value(), contract, anew)));
    };
  }

  private Uni<Answer<CertificateView>> certify(
      DueCertificate due, byte[] contract, Supplier<Uni<Answer<CertificateView>>> anew) {
    CertificatePaper paper = paperMaker.certificate(contract, due);
    return BlockingWork.run(() -> paperMaker.issue(paper.sheet(), due.view().issuedAt()))
        .chain(bytes -> store.certify(due.view(), PaperView.of(paper), bytes, due.event()))
        .chain(won -> won ? Uni.createFrom().item(Answer.done(due.view())) : anew.get());
  }
}
