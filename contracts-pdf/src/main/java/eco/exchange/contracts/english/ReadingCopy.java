package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.issue.IssuedKind;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Attachment.Relation;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.TradeId;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.TermsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sealed contract to be read in English beside the Chinese, clause by clause. It is a
 * translation: both texts are made from the same deal, and the Chinese one prevails.
 *
 * @param drawn the deal as the sealed contract carries it
 * @param effectiveAt when the contract was sealed
 */
public record ReadingCopy(DrawnDeal drawn, Instant effectiveAt) implements IssuedPaper {

  private static final String FILE = "reading-copy.json";
  private static final String FORM = "eco.exchange/reading-copy/1";
  private static final String PREVAILS =
      "本件是下列已盖章合同的中英文对照阅读件，不是合同；中文与英文均由该合同所附数据生成，两种文字不一致的，以中文合同为准。";
  private static final String PREVAILS_IN_ENGLISH =
      "This is a reading copy of the sealed contract named below, in Chinese and English; it is not"
          + " the contract. Both texts are made from the data in that contract. Where they differ,"
          + " the Chinese contract prevails. Names are as registered, in Chinese.";

  @Override
  public TradeId trade() {
    return deal().contract().trade();
  }

  private Deal deal() {
    return drawn.deal();
  }

  @Override
  public PaperSheet sheet() {
    return new PaperSheet(
        IssuedKind.READING_COPY,
        deal().contract().number() + "-EN",
        deal().subject().watershed() + "　" + deal().subject().product(),
        deal().note(),
        List.of(
            new Passage.Notice(PREVAILS),
            new Passage.Notice(PREVAILS_IN_ENGLISH),
            Passage.Grid.keys(
                List.of(
                    List.of("合同编号 Contract", deal().contract().number()),
                    List.of("生效 In force", ChineseWording.moment(effectiveAt)),
                    List.of(
                        "条款指纹 Terms", ChineseWording.grouped(TermsJson.hash(deal().terms())))))),
        Clauses.of(drawn).stream().map(this::both).toList(),
        new Attachment(FILE, "对照件的数据（规范JSON）", Relation.SOURCE, PaperJson.write(FORM, this)),
        List.of(),
        effectiveAt);
  }

  private Section both(Clause chinese) {
    List<Passage> passages = new ArrayList<>(chinese.passages());
    passages.addAll(english(chinese.matter()).passages());
    String heading =
        "%s　Clause %d".formatted(chinese.section().heading(), chinese.matter().number());
    return new Section(heading + " " + titled(chinese.matter()), passages);
  }

  private Clause english(Matter matter) {
    EnglishSubject subject = new EnglishSubject(deal());
    EnglishDuties duties = new EnglishDuties(deal());
    EnglishMoney money =
        new EnglishMoney(deal(), Rulebook.published().edition(deal().sale().ruleEdition()));
    return switch (matter) {
      case PARTIES -> subject.parties();
      case SUBJECT -> subject.subject();
      case TERM -> subject.term();
      case USE -> subject.use();
      case DECISION -> duties.decision();
      case RIGHTS_AND_DUTIES -> duties.rightsAndDuties();
      case PRICE -> money.price();
      case DEPOSIT -> money.deposit();
      case DELIVERY -> duties.delivery();
      case EXPROPRIATION -> money.expropriation();
      case EROSION_CONTROL -> duties.erosionControl();
      case SHARING -> money.sharing();
      case EXAMPLES -> EnglishClosing.examples();
      case MONITORING -> duties.monitoring();
      case TRANSFER_AND_PLEDGE -> duties.transferAndPledge();
      case HANDBACK -> duties.handback();
      case BREACH -> EnglishClosing.breach();
      case DISPUTES -> EnglishClosing.disputes();
      case SIGNATURES -> EnglishClosing.signatures();
      case ANNEXES -> EnglishClosing.annexes();
    };
  }

  private static String titled(Matter matter) {
    return switch (matter) {
      case PARTIES -> "Parties";
      case SUBJECT -> "Subject";
      case TERM -> "Term";
      case USE -> "Use";
      case DECISION -> "Decision and approval";
      case RIGHTS_AND_DUTIES -> "Rights and duties";
      case PRICE -> "Price and payment";
      case DEPOSIT -> "Deposit";
      case DELIVERY -> "Hand-over and registration";
      case EXPROPRIATION -> "Compensation";
      case EROSION_CONTROL -> "Erosion control";
      case SHARING -> "Sharing of income";
      case EXAMPLES -> "Worked examples";
      case MONITORING -> "Quality and monitoring";
      case TRANSFER_AND_PLEDGE -> "Further transfer and pledge";
      case HANDBACK -> "Giving back";
      case BREACH -> "Breach";
      case DISPUTES -> "Disputes";
      case SIGNATURES -> "Signatures and effect";
      case ANNEXES -> "Annexes and evidence";
    };
  }
}
