package eco.exchange.contracts.contract;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.BlockingWork;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.issue.CertificatePaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.PaperContents;
import eco.exchange.contracts.proof.Verification;
import eco.exchange.contracts.signature.PaperSigner;
import eco.exchange.market.NamedParty;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The making of papers: printing, signing, sealing and proving. Keeps none. */
public final class PaperMaker {

  private final SignatureKeys keys;
  private final IssuingCentre office;

  public PaperMaker(SignatureKeys keys, IssuingCentre office) {
    this.keys = keys;
    this.office = office;
  }

  public byte[] draw(Deal deal, Instant at) {
    return Press.print(Clauses.manuscript(new DrawnDeal(deal, office, at)));
  }

  /** Since when a party can no longer sign by the key that it has; empty if it can. */
  Optional<Instant> revokedSince(NamedParty party) {
    return keys.revokedSince(keys.of(party).certificate());
  }

  byte[] sign(byte[] paper, ContractMove.Sign sign) {
    NamedParty party = sign.from().facts().party(sign.side());
    return PaperSigner.sign(paper, sign.side().field(), keys.of(party), sign.at());
  }

  byte[] seal(byte[] paper, Instant at) {
    return PaperSigner.seal(paper, SignaturePlace.SEAL, keys.seal(), at, "合同专用章");
  }

  /** Proves a contract by the exchange's own root, which no other paper can bear. */
  public Verification prove(byte[] paper) {
    return ContractVerifier.trusting(keys.root()).verify(paper);
  }

  /** Does something with a contract if its paper proves itself; else it is refused. */
  public <T> Uni<Answer<T>> ifGenuine(byte[] paper, Supplier<Uni<Answer<T>>> then) {
    return BlockingWork.run(() -> prove(paper))
        .chain(
            proof ->
                proof.isGenuine()
                    ? then.get()
                    : Uni.createFrom()
                        .item(
                            Answer.refused(
                                ContractRefusal.PAPER_NOT_GENUINE, "wrong: " + checks(proof))));
  }

  private static String checks(Verification proof) {
    return proof.wrong().stream()
        .map(finding -> finding.check().name())
        .collect(Collectors.joining(", "));
  }

  /** The certificate of a contract that was proven. */
  CertificatePaper certificate(byte[] contract, DueCertificate due) {
    Deal deal = PaperContents.dealIn(contract).deal();
    return new CertificatePaper(
        due.view().number(),
        due.view().contract(),
        deal.transferor().party().name(),
        deal.transferee().party().name(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        due.contract().concludedAt(),
        due.view().issuedAt(),
        deal.note());
  }

  /** A paper of the centre, printed and sealed. */
  byte[] issue(PaperSheet sheet, Instant at) {
    byte[] paper = Press.print(sheet.by(office));
    return PaperSigner.seal(paper, SignaturePlace.SEAL, keys.seal(), at, sheet.kind().seal());
  }
}
