package eco.exchange.contracts.clause;

import eco.exchange.contracts.paper.Attachment;
import eco.exchange.contracts.paper.Imprint;
import eco.exchange.contracts.paper.Manuscript;
import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.paper.SignaturePlace;
import eco.exchange.market.RightKind;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns a deal into the clauses of its contract, and those into the manuscript of the paper.
 *
 * <p>Everything is generated: the same deal gives the same text, and a number stands in the deal
 * alone. Whoever has the deal can therefore prove what a genuine paper must say.
 */
public final class Clauses {

  // A changed wording gets another name. The later only adds words for steps that the first form of
  // terms could not say, so that contracts of before are still proven by what is printed on them.
  private static final String FIRST_TEMPLATE = "zh/2";
  private static final String SECOND_TEMPLATE = "zh/3";

  /** The name of the attached file with the sharing terms. */
  public static final String TERMS_FILE = "terms.json";

  /** The name of the attached file with the rest of the deal. */
  public static final String DEAL_FILE = "deal.json";

  /** The signature field of the transferor. */
  public static final String TRANSFEROR_FIELD = "transferor";

  /** The signature field of the transferee. */
  public static final String TRANSFEREE_FIELD = "transferee";

  /** The signature field of the centre. */
  public static final String SEAL_FIELD = "seal";

  private static final Rulebook RULES = Rulebook.published();

  private Clauses() {}

  /** The clauses of a deal without faults, one for each matter, in order. */
  static List<Clause> of(Deal deal) {
    SubjectClauses subject = new SubjectClauses(deal);
    DutyClauses duties = new DutyClauses(deal);
    MoneyClauses money = new MoneyClauses(deal, RULES.edition(deal.sale().ruleEdition()));
    SharingClauses sharing = new SharingClauses(deal.terms());
    return Stream.concat(
            Stream.of(subject.parties(), subject.subject(), subject.term(), subject.use()),
            Stream.of(
                duties.rightsAndDuties(),
                money.price(),
                money.deposit(),
                money.expropriation(),
                duties.erosionControl(),
                sharing.sharing(),
                WorkedYears.of(deal),
                duties.monitoring(),
                duties.transferAndPledge(),
                duties.handback(),
                ClosingClauses.breach(),
                ClosingClauses.disputes(),
                ClosingClauses.signatures(),
                ClosingClauses.annexes(deal.terms())))
        .toList();
  }

  /** The template by which a contract with these terms is worded. */
  public static String template(SharingTerms terms) {
    return TermsJson.form(terms).equals(TermsJson.FIRST_FORM) ? FIRST_TEMPLATE : SECOND_TEMPLATE;
  }

  /** The manuscript of the contract, from a deal without faults. */
  public static Manuscript manuscript(DrawnDeal drawn) {
    Deal deal = drawn.deal();
    String hash = TermsJson.hash(deal.terms());
    return new Manuscript(
        title(deal.subject().kind()),
        deal.subject().watershed() + "　" + deal.subject().product(),
        "合同编号　" + deal.contract().number(),
        new Imprint(drawn.office().site(), deal.contract().number(), hash),
        deal.note().map(note -> List.<Passage>of(new Passage.Notice(note))).orElse(List.of()),
        of(deal).stream().map(Clause::section).toList(),
        List.of(new Passage.Text("", ClosingClauses.CONFIRMATION)),
        places(deal, drawn.office().centre()),
        List.of(
            new Attachment(
                TERMS_FILE,
                "收益分配条款（规范JSON）",
                Attachment.Relation.DATA,
                TermsJson.write(deal.terms())),
            new Attachment(
                DEAL_FILE, "合同要素（规范JSON）", Attachment.Relation.SOURCE, DealJson.write(drawn))),
        drawn.drawnAt());
  }

  private static String title(RightKind kind) {
    return switch (kind) {
      case CARBON_SINK -> "水土保持碳汇交易合同";
      case MATERIAL_SUPPLY_RIGHT, TOURISM_RIGHT -> "小流域生态产品经营权交易合同";
    };
  }

  private static List<SignaturePlace> places(Deal deal, String centre) {
    return List.of(
        place(TRANSFEROR_FIELD, "转让方（电子签名）", deal.transferor()),
        place(TRANSFEREE_FIELD, "受让方（电子签名）", deal.transferee()),
        new SignaturePlace(SEAL_FIELD, "交易机构鉴证（电子印章）", centre, "合同编号 " + deal.contract(), true));
  }

  private static SignaturePlace place(String field, String role, Deal.Signatory signatory) {
    return new SignaturePlace(field, role, signatory.party().name(), signatory.code(), false);
  }
}
