package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The people of one trade.
 *
 * @param transferor the seller
 * @param bidders the bidders by login, in the order of the facts
 * @param officer the centre's first pair of eyes
 * @param manager the centre's second pair of eyes
 * @param auditor who may see everything and change nothing
 * @param till how money comes in and goes out
 * @param diary the keys of the steps
 */
public record Cast(
    Member transferor,
    Map<String, Member> bidders,
    Member officer,
    Member manager,
    Member auditor,
    Till till,
    Diary diary) {

  /** The people of a trade come to the market and open their accounts. */
  static Cast of(TradeFacts facts, Market market, Diary diary) {
    Map<String, Member> bidders = new LinkedHashMap<>();
    Member transferor = market.transferor(facts.transferor());
    facts.bidders().forEach(one -> bidders.put(one.path("login").asText(), market.bidder(one)));
    String seller = facts.transferor().path("name").asText();
    diary.tell("各方开户:转让方 %s,竞买人 %d 家".formatted(seller, bidders.size()));
    return new Cast(
        transferor,
        bidders,
        market.member("officer"),
        market.member("manager"),
        market.member("auditor"),
        market.till(),
        diary);
  }

  /** One of the bidders. */
  public Member bidder(String login) {
    Member bidder = bidders.get(login);
    if (bidder == null) {
      throw new IllegalArgumentException("no bidder " + login);
    }
    return bidder;
  }

  /** Money arrives on a sub-account. */
  void pay(String what, JsonNode account, String payer, String arrivedAt) {
    till.payIn(
        this,
        new Till.PayIn(
            what,
            account.path("number").asText(),
            account.at("/expected/amount").asText(),
            payer,
            arrivedAt));
  }

  /** The payments that an address tells are paid. */
  void payOut(String payments) {
    till.payOut(this, payments);
  }
}
