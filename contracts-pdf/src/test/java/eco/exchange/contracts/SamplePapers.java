package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.signature.PaperSigner;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.TermsJson;

/** Papers of the sample deals, signed and sealed with the sample keys. */
public final class SamplePapers {

  private SamplePapers() {}

  public static Manuscript manuscript(Deal deal) {
    return Clauses.manuscript(new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED));
  }

  public static byte[] sealed(Deal deal) {
    return sealed(manuscript(deal), deal, SampleKeys.shared());
  }

  /** A manuscript that claims to be the contract of a deal, signed and sealed as it stands. */
  public static byte[] sealed(Manuscript manuscript, Deal deal, SignatureKeys keys) {
    byte[] paper = Press.print(manuscript);
    paper =
        PaperSigner.sign(
            paper,
            SignaturePlace.TRANSFEROR,
            keys.of(deal.transferor().party()),
            SampleDeals.AWARDED);
    paper =
        PaperSigner.sign(
            paper,
            SignaturePlace.TRANSFEREE,
            keys.of(deal.transferee().party()),
            SampleDeals.AWARDED);
    return seal(paper, keys);
  }

  public static byte[] seal(byte[] paper, SignatureKeys keys) {
    return PaperSigner.seal(paper, SignaturePlace.SEAL, keys.seal(), SampleDeals.AWARDED, "合同专用章");
  }

  /** What settlement knows of an amendment. */
  public static SealedAmendment amendment(Deal deal) {
    AmendmentLink amends = deal.amends().orElseThrow();
    return new SealedAmendment(
        contract(deal),
        amends.original(),
        amends.previous(),
        TermsJson.hash(amends.terms()),
        amends.from());
  }

  /** What settlement knows of the contract of a deal. */
  public static SealedContract contract(Deal deal) {
    return new SealedContract(
        deal.contract(),
        deal.transferor().party().id(),
        deal.transferee().party().id(),
        deal.sale().price(),
        deal.sale().deposit(),
        deal.sale().plan(),
        deal.subject().termYears(),
        TermsJson.write(deal.terms()),
        TermsJson.hash(deal.terms()));
  }

  /** A year's statement for one payee, which carries on from an earlier distribution. */
  public static StatementPaper statement(
      Deal deal, int year, String yuan, DistributionBasis standing, String payee) {
    SealedContract contract = contract(deal);
    Distribution shared = deal.terms().distribute(Income.REVENUE, Money.yuan(yuan), standing);
    Statement statement =
        new Statement(
            contract.contract(),
            contract.termsHash(),
            Income.REVENUE,
            new Occasion.Year(year),
            shared.whole(),
            standing,
            shared.parts());
    return new StatementPaper(contract, statement, payee, SampleDeals.AWARDED, deal.note());
  }
}
