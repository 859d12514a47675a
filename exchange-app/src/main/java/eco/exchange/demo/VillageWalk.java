package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** How the members of a village get their part: shown on a roster, fixed by two, paid by file. */
final class VillageWalk {

  /** How many steps it tells. */
  static final int STEPS = 3;

  private static final int INCOMES = 2;

  private final Cast cast;
  private final JsonNode facts;
  private final Market market;
  private final Agenda agenda;
  private final Diary diary;
  private final String trade;

  VillageWalk(
      Cast cast, TradeFacts facts, Market market, Agenda agenda, Diary diary, String trade) {
    this.cast = cast;
    this.facts = facts.village().orElseThrow();
    this.market = market;
    this.agenda = agenda;
    this.diary = diary;
    this.trade = trade;
  }

  /** The collective files its roster; fixed, what waited for it is split and paid. */
  void isPaid() throws InterruptedException {
    Member village = market.village(facts);
    String payee = "/api/v1/trades/%s/payees/%s".formatted(trade, facts.path("payee").asText());
    String party = village.sees("/api/v1/me").at("/party/party").asText();
    cast.officer()
        .does(payee + "/collective", diary.key("collective"), Body.empty().put("party", party));
    JsonNode roster = village.does(payee + "/rosters", diary.key("roster"), roster());
    diary.tell(
        "%s 报成员名册 %d 人,公示至 %s"
            .formatted(
                facts.path("name").asText(),
                roster.path("members").asInt(),
                Diary.day(roster.path("objectionsEndAt"))));
    agenda.until(Instant.parse(roster.path("objectionsEndAt").asText()).plusSeconds(1));
    Decisions decisions = new Decisions(trade, cast.auditor());
    decisions.decide(cast.officer(), "reviewRoster", "", "approve", "公示期满,无异议");
    decisions.decide(cast.manager(), "confirmRoster", "", "approve", "同意审定");
    diary.tell("公示期满无异议,名册经两人审定");
    JsonNode made = cast.auditor().waitsFor(payee + "/allotments", all -> all.size() == INCOMES);
    diary.tell("价款和收入的村民部分分到 %d 人,账号密封,只有给银行的文件里有".formatted(made.path(0).path("parts").size()));
    cast.payOut(payee + "/allotments", payee + "/payments");
    diary.note("本村应得与实收 /villages/" + party);
  }

  private ObjectNode roster() {
    ObjectNode roster = Body.empty();
    roster.set("rule", facts.path("rule"));
    roster.put("recordDate", market.begun().toString());
    roster.set("resolution", facts.path("resolution"));
    return roster.set("members", facts.path("members"));
  }
}
