package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Imprint;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.template.Template;
import eco.exchange.contracts.template.Templates;
import eco.exchange.market.RightKind;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clauses of a contract, made from its deal, and the manuscript of the paper, made from them.
 *
 * <p>Everything is generated: the same deal gives the same text, and a number stands in the deal
 * alone. Whoever has the deal can therefore prove what a genuine paper must say.
 */
public final class Clauses {

  private static final Rulebook RULES = Rulebook.published();

  private Clauses() {}

  /**
   * The clauses of a deal without faults, one for each matter of its template, in order.
   *
   * @param say the sentences of the language in which they are written
   */
  public static List<Clause> of(DrawnDeal drawn, Sentences say) {
    Template template = template(drawn);
    Map<Matter, Clause> clauses = worded(drawn.deal(), template, say);
    return template.matters().stream().map(clauses::get).filter(Objects::nonNull).toList();
  }

  private static Map<Matter, Clause> worded(Deal deal, Template template, Sentences say) {
    SubjectClauses subject = new SubjectClauses(deal, say);
    DutyClauses duties = new DutyClauses(deal, say);
    MoneyClauses money = new MoneyClauses(deal, RULES.edition(deal.sale().ruleEdition()), say);
    Clause sharing = new SharingClauses(deal.terms(), say).sharing();
    ClosingClauses closing = new ClosingClauses(deal, say);
    return Stream.of(
            Stream.of(subject.parties(), subject.subject(), subject.term(), subject.use()),
            duties.decision().stream(),
            Stream.of(duties.rightsAndDuties(), money.price(), money.deposit(), duties.delivery()),
            Stream.of(money.expropriation(), duties.erosionControl()),
            Stream.of(sharing, new WorkedYears(deal, say).examples()),
            Stream.of(duties.monitoring(), duties.transferAndPledge(), duties.handback()),
            Stream.of(closing.breach(), closing.disputes(), closing.signatures()),
            Stream.of(closing.annexes(template)))
        .flatMap(Function.identity())
        .collect(Collectors.toMap(Clause::matter, Function.identity()));
  }

  private static Template template(DrawnDeal drawn) {
    Deal.Subject subject = drawn.deal().subject();
    Template.Purpose purpose = Template.Purpose.of(drawn.deal());
    return Templates.published().of(subject.kind(), subject.ownership(), purpose, drawn.drawnAt());
  }

  /** The name of the template by which a contract is worded. */
  public static String templateOf(DrawnDeal drawn) {
    return template(drawn).name();
  }

  /** The manuscript of a contract or of its amendment, from a deal without faults. */
  public static Manuscript manuscript(DrawnDeal drawn) {
    Deal deal = drawn.deal();
    return deal.amends()
        .map(
            amends ->
                manuscript(
                    drawn,
                    AmendmentText.TITLE,
                    "补充协议编号",
                    new AmendmentText(deal, amends, template(drawn)).sections(),
                    AmendmentText.CONFIRMATION))
        .orElseGet(
            () ->
                manuscript(
                    drawn,
                    title(deal.subject().kind()),
                    "合同编号",
                    of(drawn, Sentences.CHINESE).stream().map(Clause::section).toList(),
                    ClosingClauses.CONFIRMATION));
  }

  private static Manuscript manuscript(
      DrawnDeal drawn,
      String title,
      String numberedAs,
      List<Section> sections,
      String confirmation) {
    Deal deal = drawn.deal();
    return new Manuscript(
        title,
        deal.subject().watershed() + "　" + deal.subject().product(),
        numberedAs + "　" + deal.contract().number(),
        new Imprint(drawn.office().site(), deal.contract().number(), TermsJson.hash(deal.terms())),
        deal.note().map(note -> List.<Passage>of(new Passage.Notice(note))).orElse(List.of()),
        sections,
        List.of(new Passage.Text("", confirmation)),
        places(deal, numberedAs, drawn.office().centre()),
        attachments(drawn),
        drawn.drawnAt());
  }

  private static List<Attachment> attachments(DrawnDeal drawn) {
    List<Attachment> files = new ArrayList<>();
    files.add(terms(DealFiles.TERMS_FILE, "收益分配条款（规范JSON）", drawn.deal().terms()));
    drawn
        .deal()
        .amends()
        .ifPresent(
            amends ->
                files.add(
                    terms(DealFiles.TERMS_BEFORE_FILE, "修改前的收益分配条款（规范JSON）", amends.terms())));
    files.add(
        new Attachment(
            DealFiles.DEAL_FILE,
            "合同要素（规范JSON）",
            Attachment.Relation.SOURCE,
            DealJson.write(drawn, templateOf(drawn))));
    return files;
  }

  private static Attachment terms(String file, String description, SharingTerms terms) {
    return new Attachment(file, description, Attachment.Relation.DATA, TermsJson.write(terms));
  }

  private static String title(RightKind kind) {
    return switch (kind) {
      case CARBON_SINK -> "水土保持碳汇交易合同";
      case MATERIAL_SUPPLY_RIGHT, TOURISM_RIGHT -> "小流域生态产品经营权交易合同";
    };
  }

  private static List<SignaturePlace> places(Deal deal, String numberedAs, String centre) {
    return List.of(
        place(SignaturePlace.TRANSFEROR, "转让方（电子签名）", deal.transferor()),
        place(SignaturePlace.TRANSFEREE, "受让方（电子签名）", deal.transferee()),
        new SignaturePlace(
            SignaturePlace.SEAL, "交易机构鉴证（电子印章）", centre, numberedAs + " " + deal.contract(), true));
  }

  private static SignaturePlace place(String field, String role, Deal.Signatory signatory) {
    return new SignaturePlace(field, role, signatory.party().name(), signatory.code(), false);
  }
}
