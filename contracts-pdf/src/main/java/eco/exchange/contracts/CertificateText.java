package eco.exchange.contracts;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.clause.DrawnDeal;
import eco.exchange.contracts.clause.Wording;
import eco.exchange.contracts.paper.Manuscript;
import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.paper.Passage.Column;
import eco.exchange.contracts.paper.Passage.Side;
import eco.exchange.contracts.paper.SignaturePlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Words the transaction certificate (交易凭证), with the fields of R-POST-9. */
final class CertificateText {

  private CertificateText() {}

  static Manuscript manuscript(DrawnDeal drawn, CertificateView view, Instant concludedAt) {
    Deal deal = drawn.deal();
    String number = view.number();
    List<Passage> opening = new ArrayList<>();
    deal.note().ifPresent(note -> opening.add(new Passage.Notice(note)));
    opening.add(fields(deal, concludedAt, view.issuedAt()));
    opening.add(
        new Passage.Text("", "审核结论：本项目已按规定公开披露、公开竞价并公示，交易程序合规；合同经双方签署并生效，成交价款已全部到账。" + "特出具本凭证。"));
    return new Manuscript(
        "交易凭证",
        deal.subject().watershed() + "　" + deal.subject().product(),
        "凭证编号　" + number,
        "合同编号 " + deal.contract(),
        opening,
        List.of(),
        List.of(),
        List.of(
            new SignaturePlace(
                Clauses.SEAL_FIELD, "交易机构（电子印章）", drawn.centre(), "凭证编号 " + number, true)),
        List.of(),
        view.issuedAt());
  }

  private static Passage fields(Deal deal, Instant concludedAt, Instant at) {
    Deal.Sale sale = deal.sale();
    return new Passage.Grid(
        List.of(new Column("", 3, Side.LEFT), new Column("", 9, Side.LEFT)),
        List.of(
            List.of("项目编号", deal.contract().trade().code()),
            List.of("合同编号", deal.contract().number()),
            List.of("签约日期", Wording.day(concludedAt)),
            List.of(
                "挂牌起止日期",
                "%s至%s"
                    .formatted(
                        Wording.day(sale.disclosedAt()),
                        Wording.day(sale.disclosureEndedAt().minusMillis(1)))),
            List.of("转让方", deal.transferor().party().name()),
            List.of("受让方", deal.transferee().party().name()),
            List.of("转让标的", deal.subject().rightGranted()),
            List.of("数量", Wording.quantity(deal.subject().quantity(), deal.subject().unit())),
            List.of("交易方式", sale.method().zh()),
            List.of("评估值", Wording.full(deal.appraisal().value())),
            List.of("成交价款", Wording.full(sale.price())),
            List.of("付款方式", "一次性付清，经交易机构专用账户结算"),
            List.of("出具日期", Wording.day(at))),
        false);
  }
}
