package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

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

  /** What one address tells to be shared is paid, as another tells the payments. */
  void payOut(String shared, String payments) {
    long parts =
        StreamSupport.stream(auditor().sees(shared).spliterator(), false)
            .flatMap(one -> StreamSupport.stream(one.path("parts").spliterator(), false))
            .filter(Cast::goesToTheBank)
            .count();
    till.payOut(this, payments, parts);
  }

  // The watershed's part goes to its fund, and the villagers' to the members.
  private static boolean goesToTheBank(JsonNode part) {
    return Money.yuan(part.at("/amount/amount").asText()).isPositive()
        && !List.of("WATERSHED", "VILLAGERS").contains(part.path("principle").asText());
  }
}
