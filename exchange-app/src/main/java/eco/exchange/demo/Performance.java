package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/** What follows an award: the contract, the price, and the first year's revenue. */
public final class Performance {

  private final Cast cast;
  private final TradeFacts facts;
  private final Market market;
  private final Agenda agenda;
  private final Diary diary;
  private final String trade;
  private final String winner;

  Performance(Cast cast, TradeFacts facts, Market market, Agenda agenda, Diary diary, Sale sale) {
    this.cast = cast;
    this.facts = facts;
    this.market = market;
    this.agenda = agenda;
    this.diary = diary;
    this.trade = sale.trade();
    this.winner = sale.winner();
  }

  /** The award is approved with four eyes, the contract drawn, signed and sealed. */
  public void isContracted() {
    Decisions decisions = new Decisions(trade, cast.auditor());
    decisions.decide(cast.officer(), "reviewAward", "", "approve", "公示期内无异议");
    decisions.decide(cast.manager(), "confirmAward", "", "approve", "同意成交");
    diary.tell("成交审批通过(四眼),流程自动生成合同");
    decisions.decide(cast.transferor(), "transferorSigns", "", "sign", "");
    decisions.decide(cast.bidder(winner), "transfereeSigns", "", "sign", "");
    diary.tell("转让方、受让方签署");
    JsonNode contract =
        cast.auditor()
            .waitsFor(
                "/api/v1/trades/" + trade + "/contract",
                seen -> seen.path("state").asText().equals("EFFECTIVE"));
    diary.tell("中心盖章,合同生效 " + contract.path("contract").asText());
  }

  /** The price comes in and is shared; the certificate is issued. */
  public void isPaid() {
    Member transferee = cast.bidder(winner);
    JsonNode account =
        transferee.waitsFor("/api/v1/trades/" + trade + "/price-account", JsonNode::isObject);
    String arrivedAt =
        cast.auditor().sees("/api/v1/trades/" + trade + "/contract").path("effectiveAt").asText();
    cast.pay("price", account, facts.bidder(winner).path("name").asText(), arrivedAt);
    JsonNode story = market.publicly("/api/v1/trades/" + trade);
    diary.tell("价款 CNY %s 到齐并按条款分配".formatted(story.at("/result/price/amount").asText()));
    JsonNode certificate =
        cast.auditor().waitsFor("/api/v1/trades/" + trade + "/certificate", JsonNode::isObject);
    diary.tell("交易凭证 " + certificate.path("number").asText());
    isPaidOut();
  }

  /** The operator reports a year's revenue and pays it in; it is shared. */
  public void sharesRevenue() throws InterruptedException {
    Member operator = cast.bidder(winner);
    JsonNode contract = cast.auditor().sees("/api/v1/trades/" + trade + "/contract");
    Instant effectiveAt = Instant.parse(contract.path("effectiveAt").asText());
    int year = effectiveAt.atZone(Diary.BEIJING).getYear();
    agenda.until(LocalDate.of(year + 1, 1, 20).atTime(10, 0).atZone(Diary.BEIJING).toInstant());
    JsonNode revenue = facts.json().path("revenue");
    JsonNode report =
        operator.does(
            "/api/v1/trades/" + trade + "/revenue-reports",
            diary.key("revenue"),
            Body.revenue(year, revenue));
    diary.tell("经营方报告 %d 年收入 CNY %s".formatted(year, revenue.path("amount").asText()));
    cast.pay(
        "revenue",
        Body.subAccount(report),
        facts.bidder(winner).path("name").asText(),
        report.path("reportedAt").asText());
    diary.tell("收入缴入");
    Decisions decisions = new Decisions(trade, cast.auditor());
    decisions.decide(cast.officer(), "reviewDistribution", "", "approve", "到账与申报一致");
    decisions.decide(cast.manager(), "confirmDistribution", "", "approve", "同意按合同条款分配");
    diary.tell("分配试算经两人审批");
    cast.auditor().waitsFor("/api/v1/trades/" + trade + "/distributions", all -> all.size() == 2);
    diary.tell("按合同条款分配到分,每个收款人一张分配单");
    isPaidOut();
  }

  private void isPaidOut() {
    String path = "/api/v1/trades/" + trade;
    cast.payOut(path + "/distributions", path + "/payments");
  }
}
