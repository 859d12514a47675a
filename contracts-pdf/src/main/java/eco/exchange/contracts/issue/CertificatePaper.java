package eco.exchange.contracts.issue;

import eco.exchange.contracts.clause.InstalmentClauses;
import eco.exchange.contracts.clause.SubjectTable;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Attachment.Relation;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transaction certificate (交易凭证), with the fields of R-POST-9.
 *
 * @param number its number
 * @param contract the contract that was fulfilled
 * @param transferor the full name of who sold
 * @param transferee the full name of who bought
 * @param subject what was sold
 * @param appraisal what it was valued at
 * @param sale how, when and for how much
 * @param concludedAt when the last of the two signed
 * @param issuedAt when the certificate was issued
 * @param note what all must see on its face
 */
public record CertificatePaper(
    String number,
    ContractId contract,
    String transferor,
    String transferee,
    Deal.Subject subject,
    Deal.Appraisal appraisal,
    Deal.Sale sale,
    Instant concludedAt,
    Instant issuedAt,
    Optional<String> note)
    implements IssuedPaper {

  private static final String FILE = "certificate.json";
  private static final String FORM = "eco.exchange/certificate/1";
  private static final String CONCLUSION = "本项目已按规定公开披露、公开交易并公示，交易程序合规；合同经双方签署并生效，%s。特出具本凭证。";

  @Override
  public TradeId trade() {
    return contract.trade();
  }

  @Override
  public PaperSheet sheet() {
    return new PaperSheet(
        IssuedKind.CERTIFICATE,
        number,
        subject.watershed() + "　" + subject.product(),
        note,
        List.of(Passage.Grid.pairs(rows())),
        List.of(),
        new Attachment(FILE, "交易凭证（规范JSON）", Relation.SOURCE, PaperJson.write(FORM, this)),
        List.of(),
        issuedAt);
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目编号", contract.trade().code()));
    rows.add(List.of("合同编号", contract.number()));
    rows.add(List.of("签约日期", ChineseWording.day(concludedAt)));
    rows.add(
        List.of(
            "挂牌起止日期",
            "%s至%s"
                .formatted(
                    ChineseWording.day(sale.disclosedAt()),
                    ChineseWording.until(sale.disclosureEndedAt()))));
    rows.add(List.of("转让方", transferor));
    rows.add(List.of("受让方", transferee));
    rows.add(List.of("转让标的", subject.rightGranted()));
    rows.add(List.of("数量", ChineseWording.quantity(subject.quantity(), subject.unit())));
    rows.add(List.of("交易方式", sale.method().zh()));
    rows.add(SubjectTable.row(appraisal, Sentences.CHINESE));
    rows.add(List.of("成交价款", ChineseWording.full(sale.price())));
    rows.add(List.of("付款方式", payment() + "，经交易机构专用账户结算"));
    rows.add(List.of("审核结论", CONCLUSION.formatted(paid())));
    rows.add(List.of("出具日期", ChineseWording.day(issuedAt)));
    return rows;
  }

  private String payment() {
    return sale.plan().map(InstalmentClauses::brief).orElse("一次性付清");
  }

  private String paid() {
    return sale.plan().map(plan -> "首期价款已经到账，后续各期已提供转让方认可的担保").orElse("成交价款已全部到账");
  }
}
