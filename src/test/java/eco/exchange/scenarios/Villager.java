package eco.exchange.scenarios;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A member of a collective, as the collective enters it in its roster.
 *
 * @param account the number of the account, if one was told
 */
record Villager(
    String number, String household, String name, String citizenNumber, Optional<String> account) {

  /** The same person under another number. */
  Villager withNumber(String other) {
    return new Villager(other, household, name, citizenNumber, account);
  }

  /** The same entry with another citizen number. */
  Villager withCitizenNumber(String other) {
    return new Villager(number, household, name, other, account);
  }

  /** The same person with another account. */
  Villager withAccount(String other) {
    return new Villager(number, household, name, citizenNumber, Optional.of(other));
  }

  /** A roster with an equal share for each, as the collective hands it in. */
  static ObjectNode roster(List<Villager> villagers) {
    ObjectNode roster = JsonNodeFactory.instance.objectNode();
    roster
        .put("rule", "PER_HEAD")
        .put("recordDate", "2026-11-01")
        .put("resolution", "成员大会决议〔2026〕3号");
    ArrayNode members = roster.putArray("members");
    villagers.forEach(villager -> members.add(villager.entry()));
    return roster;
  }

  /** An account as it is told to the exchange. */
  static ObjectNode accountOf(String number) {
    return JsonNodeFactory.instance.objectNode().put("number", number).put("bank", "402526000018");
  }

  private ObjectNode entry() {
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.put("number", number).put("household", household);
    member.put("name", name).put("citizenNumber", citizenNumber);
    account.ifPresent(told -> member.set("account", accountOf(told)));
    return member;
  }
}
