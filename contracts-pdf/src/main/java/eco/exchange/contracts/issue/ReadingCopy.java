package eco.exchange.contracts.issue;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Attachment.Relation;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.TermsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
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
        clauses(),
        new Attachment(FILE, "对照件的数据（规范JSON）", Relation.SOURCE, PaperJson.write(FORM, this)),
        List.of(),
        effectiveAt);
  }

  private List<Section> clauses() {
    Iterator<Clause> english = Clauses.of(drawn, Sentences.ENGLISH).iterator();
    return Clauses.of(drawn, Sentences.CHINESE).stream()
        .map(chinese -> both(chinese.section(), english.next().section()))
        .toList();
  }

  private static Section both(Section chinese, Section english) {
    List<Passage> passages = new ArrayList<>(chinese.passages());
    passages.addAll(english.passages());
    return new Section(chinese.heading() + "　" + english.heading(), passages);
  }
}
