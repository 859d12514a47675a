package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static eco.exchange.scenarios.Replies.awaited;
import static eco.exchange.scenarios.Replies.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.scenarios.Replies.Allotment;
import eco.exchange.scenarios.Replies.Held;
import eco.exchange.scenarios.Replies.Me;
import eco.exchange.scenarios.Replies.MemberPayment;
import eco.exchange.scenarios.Replies.MemberStatement;
import eco.exchange.scenarios.Replies.Roster;
import eco.exchange.scenarios.Replies.Slip;
import eco.exchange.scenarios.Replies.VillageAccount;
import java.util.List;
import java.util.Map;

/**
 * What a village, its members, the auditor and the public see of the money of its members.
 *
 * @param payee the address of the payee that the members are together
 */
record VillageView(Market market, Participant village, Participant auditor, String payee) {

  /** The number of the party that the collective is. */
  String party() {
    return one(village.sees("/api/v1/me"), Me.class).party().party();
  }

  /** The public account of the village. */
  VillageAccount account() {
    String party = party();
    assertThat(market.publicly("/api/v1/villages").toString()).contains(party);
    return one(market.publicly("/api/v1/villages/" + party), VillageAccount.class);
  }

  /** All versions of the roster, as the public sees them. */
  List<Roster> rosters() {
    return all(market.publicly(payee + "/rosters"), Roster.class);
  }

  /** What distributions gave to the members, as soon as there are so many. */
  List<Allotment> allotments(int count) {
    String address = payee + "/allotments";
    return awaited(auditor, address, Allotment.class, all -> all.size() == count);
  }

  /** What is kept for members who cannot be paid. */
  List<Held> held() {
    return all(village.sees(payee + "/held"), Held.class);
  }

  /** The payments to members. */
  List<MemberPayment> payments() {
    return all(village.sees(payee + "/payments"), MemberPayment.class);
  }

  /** What a member reads with the code of the own slip. */
  MemberStatement statement(Villager member) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("code", code(member));
    Reply reply = publicly("/api/v1/villagers/statement", question);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    return one(reply.body(), MemberStatement.class);
  }

  /** The code on the slip of a member, by the second roster. */
  String code(Villager member) {
    return all(village.sees(payee + "/rosters/2/slips"), Slip.class).stream()
        .filter(slip -> slip.number().equals(member.number()))
        .map(Slip::code)
        .findFirst()
        .orElseThrow();
  }

  /** What anybody is answered. */
  static Reply publicly(String address, JsonNode body) {
    return new RestAssuredHttp().send("POST", address, Map.of(), body);
  }
}
