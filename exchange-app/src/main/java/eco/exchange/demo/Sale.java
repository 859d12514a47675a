package eco.exchange.demo;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import eco.exchange.demo.Http.Reply;
import java.time.Instant;
import java.util.List;

/** The sale of a right, from the catalogue to the award, in the words of the trade. */
public final class Sale {

  private final Cast cast;
  private final TradeFacts facts;
  private final Market market;
  private final Agenda agenda;
  private final Diary diary;
  private String product = "";
  private String appraisal = "";
  private String trade = "";
  private String winner = "";
  private JsonNode terms = MissingNode.getInstance();

  Sale(Cast cast, TradeFacts facts, Market market, Agenda agenda, Diary diary) {
    this.cast = cast;
    this.facts = facts;
    this.market = market;
    this.agenda = agenda;
    this.diary = diary;
  }

  /** The code of the trade, once it is listed. */
  public String trade() {
    return trade;
  }

  /** The login of the winner, once there is one. */
  public String winner() {
    return winner;
  }

  /** From the catalogue to the public notice. */
  public void comesOnOffer() {
    entersTheCatalogue();
    isListed();
    isDisclosed();
  }

  /** From the catalogue to the opening of bids, with all bidders admitted. */
  public void comesToBidding() throws InterruptedException {
    comesOnOffer();
    isAppliedFor();
    isSecuredByDeposits();
    opens();
  }

  /** From the catalogue to the end of the award's publicity. */
  public void comesToAward() throws InterruptedException {
    comesToBidding();
    isBidFor();
    isAwarded();
  }

  /** The product is entered with its title, the title confirmed, an appraisal filed. */
  public void entersTheCatalogue() {
    JsonNode entry =
        cast.transferor()
            .does("/api/v1/products", diary.key("product"), facts.json().path("product"));
    product = entry.path("id").asText();
    diary.tell("登记生态产品:" + entry.path("name").asText());
    cast.officer()
        .does(
            "/api/v1/products/" + product + "/title-confirmation",
            diary.key("title"),
            Body.nothing());
    diary.tell("确认权属:" + facts.json().at("/product/title/certificate").asText());
    String day = market.begun().toString();
    JsonNode report =
        market
            .member("appraiser")
            .does(
                "/api/v1/appraisals",
                diary.key("appraisal"),
                Body.appraisal(facts.json().path("appraisal"), product, day));
    diary.tell("评估:CNY " + facts.json().at("/appraisal/value").asText());
    appraisal = report.path("id").asText();
  }

  /** The right is listed for sale and submitted. */
  public void isListed() {
    JsonNode draft = Body.listing(facts.json().path("listing"), product, appraisal);
    JsonNode listing = cast.transferor().does("/api/v1/listings", diary.key("listing"), draft);
    trade = listing.path("trade").asText();
    cast.transferor()
        .does("/api/v1/listings/" + trade + "/submission", diary.key("submit"), Body.nothing());
    diary.tell("挂牌申请 %s,底价 CNY %s".formatted(trade, draft.at("/reserve/amount").asText()));
  }

  /** The centre reviews the listing with four eyes, and it becomes public. */
  public void isDisclosed() {
    Decisions decisions = new Decisions(trade, cast.auditor());
    decisions.decide(cast.officer(), "review", "", "approve", "材料齐全");
    diary.tell("中心初审通过(经办人)");
    decisions.decide(cast.manager(), "approve", "", "approve", "同意挂牌");
    terms =
        cast.officer()
            .waitsFor("/api/v1/trades/" + trade, story -> story.at("/offer/lotTerms").isObject())
            .at("/offer/lotTerms");
    diary.tell("复核通过(负责人),公开披露至 " + Diary.day(terms.path("applicationsCloseAt")));
  }

  /** All bidders apply, and the centre examines their papers. */
  public void isAppliedFor() {
    Decisions decisions = new Decisions(trade, cast.auditor());
    cast.bidders()
        .forEach(
            (login, bidder) -> {
              JsonNode application =
                  bidder.does(
                      "/api/v1/trades/" + trade + "/applications",
                      diary.key("apply-" + login),
                      Body.papers(List.of("主体资格证明", "信用承诺书")));
              String id = application.path("id").asText();
              decisions.decide(cast.officer(), "examine", id, "qualify", "符合公告条件");
            });
    diary.tell("%d 家报名,资格审查合格".formatted(cast.bidders().size()));
  }

  /** The deposits come in, and each bidder gets a paddle. */
  public void isSecuredByDeposits() {
    String arrivedAt = market.publicly("/api/v1/trades/" + trade).at("/offer/disclosedAt").asText();
    for (JsonNode one : facts.bidders()) {
      String login = one.path("login").asText();
      Member bidder = cast.bidder(login);
      JsonNode account =
          bidder.waitsFor("/api/v1/trades/" + trade + "/deposit-account", JsonNode::isObject);
      cast.pay("deposit-" + login, account, one.path("name").asText(), arrivedAt);
      bidder.waitsFor("/api/v1/trades/" + trade + "/paddle", JsonNode::isObject);
    }
    diary.tell("保证金到账入虚拟子账号,发放号牌");
  }

  /** Bids are placed, and bidding closes when it has been quiet for five minutes. */
  public void isBidFor() throws InterruptedException {
    facts.bids().forEach(this::place);
    agenda.until(Instant.parse(terms.path("closesAt").asText()).minus(3, MINUTES));
    facts.lateBids().forEach(this::place);
    JsonNode seen = cast.officer().sees("/api/v1/trades/" + trade + "/auction");
    diary.tell("最后五分钟内出价,顺延 %d 次".formatted(seen.path("extensions").asInt()));
    agenda.until(Instant.parse(seen.path("closesAt").asText()).plus(1, SECONDS));
  }

  /** Bidding opens by the clock. */
  public void opens() throws InterruptedException {
    agenda.until(Instant.parse(terms.path("opensAt").asText()).plus(1, SECONDS));
    cast.officer()
        .waitsFor(
            "/api/v1/trades/" + trade + "/auction",
            seen -> !seen.path("state").asText().equals("SCHEDULED"));
    diary.tell("竞价开始");
  }

  private void place(JsonNode bid) {
    String login = bid.path("bidder").asText();
    String price = bid.path("price").asText();
    Member bidder = cast.bidder(login);
    Reply reply =
        bidder.asks(
            "/api/v1/trades/" + trade + "/bids",
            diary.key("bid-" + login + "-" + price),
            Body.price(price));
    if (!reply.isDone()) {
      diary.note("出价 CNY %s 未获接受:%s".formatted(price, reply.code()));
    }
  }

  /** The result is public for some working days. */
  public void isAwarded() throws InterruptedException {
    JsonNode result =
        cast.officer()
            .waitsFor("/api/v1/trades/" + trade, story -> story.path("result").isObject())
            .path("result");
    winner = facts.loginOf(result.path("winner").asText());
    diary.tell(
        "成交:%s,CNY %s,公示至 %s"
            .formatted(
                result.path("winner").asText(),
                result.at("/price/amount").asText(),
                Diary.day(result.path("publicityEndsAt"))));
    agenda.until(Instant.parse(result.path("publicityEndsAt").asText()).plus(1, SECONDS));
  }
}
