package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.clause.Office;
import eco.exchange.contracts.issue.CertificatePaper;
import eco.exchange.contracts.issue.Sheet;
import eco.exchange.contracts.press.Press;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Verification;
import eco.exchange.contracts.signature.Pen;
import eco.exchange.contracts.signature.SigningKeys;
import eco.exchange.market.PartyRef;
import java.time.Instant;
import java.util.Optional;

/** Makes papers: prints them, has them signed, seals them, and proves them. Keeps none. */
final class Notary {

  private final SigningKeys keys;
  private final Office office;

  Notary(SigningKeys keys, Office office) {
    this.keys = keys;
    this.office = office;
  }

  byte[] draw(Deal deal, Instant at) {
    return Press.print(Clauses.manuscript(new DrawnDeal(deal, office, at)));
  }

  /** Since when a party can no longer sign by the key that it has; empty if it can. */
  Optional<Instant> revokedSince(PartyRef party) {
    return keys.revokedSince(keys.of(party).certificate());
  }

  byte[] sign(byte[] paper, Move.Sign sign) {
    PartyRef party = sign.from().facts().party(sign.side());
    return Pen.sign(paper, sign.side().field(), keys.of(party), sign.at());
  }

  byte[] seal(byte[] paper, Instant at) {
    return Pen.seal(paper, Clauses.SEAL_FIELD, keys.seal(), at, "合同专用章");
  }

  /** Proves a contract by the exchange's own root, which no other paper can bear. */
  Verification prove(byte[] paper) {
    return ContractVerifier.trusting(keys.root()).verify(paper);
  }

  /** The certificate of a contract that was proven. */
  CertificatePaper certificate(byte[] contract, Certification due) {
    Deal deal = ContractVerifier.dealIn(contract).deal();
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
  byte[] issue(Sheet sheet, Instant at) {
    byte[] paper = Press.print(sheet.by(office));
    return Pen.seal(paper, Clauses.SEAL_FIELD, keys.seal(), at, sheet.kind().seal());
  }
}
