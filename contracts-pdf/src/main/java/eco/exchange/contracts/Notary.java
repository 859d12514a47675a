package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.paper.Press;
import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Verification;
import eco.exchange.contracts.signature.Pen;
import eco.exchange.contracts.signature.Signer;
import eco.exchange.contracts.signature.SigningKeys;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.contracts.statement.StatementText;
import eco.exchange.market.PartyRef;
import java.time.Instant;

/** Makes papers: prints them, has them signed, seals them, and proves them. Keeps none. */
final class Notary {

  private final SigningKeys keys;
  private final String centre;

  Notary(SigningKeys keys, String centre) {
    this.keys = keys;
    this.centre = centre;
  }

  byte[] draw(Deal deal, Instant at) {
    return Press.print(Clauses.manuscript(new DrawnDeal(deal, centre, at)));
  }

  byte[] sign(byte[] paper, Side side, PartyRef party, Instant at) {
    return Pen.sign(paper, side.field(), keys.of(party), at);
  }

  byte[] seal(byte[] paper, Instant at) {
    return Pen.seal(paper, Clauses.SEAL_FIELD, keys.centre(), at, "合同专用章");
  }

  /** Proves a contract by the exchange's own root, which no other paper can bear. */
  Verification prove(byte[] paper) {
    Signer centreNow = keys.centre();
    return ContractVerifier.trusting(centreNow.chain().getLast()).verify(paper);
  }

  /** The certificate of a contract that was proven. */
  byte[] certificate(byte[] contract, Certification due) {
    DrawnDeal drawn = ContractVerifier.dealIn(contract);
    byte[] paper =
        Press.print(CertificateText.manuscript(drawn, due.view(), due.contract().concludedAt()));
    return Pen.seal(paper, Clauses.SEAL_FIELD, keys.centre(), due.view().issuedAt(), "交易凭证专用章");
  }

  byte[] statement(StatementPaper statement, Instant at) {
    byte[] paper = Press.print(StatementText.manuscript(statement, centre));
    return Pen.seal(paper, Clauses.SEAL_FIELD, keys.centre(), at, "结算专用章");
  }
}
