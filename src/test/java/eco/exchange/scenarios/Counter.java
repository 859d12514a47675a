package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Participant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Where people find their tasks in one trade and decide them, each when it is asked for.
 *
 * @param trade the code of the trade
 */
public record Counter(String trade) {

  /** Where people find the tasks that belong to no trade. */
  static Counter everywhere() {
    return new Counter("");
  }

  /** Waits until a decision is asked for, and takes it. */
  public void decides(Participant member, String act, String outcome) {
    decides(member, act, "", outcome, Map.of());
  }

  /** The same in one of several cases, with what else is to be told. */
  public void decides(
      Participant member, String act, String key, String outcome, Map<String, String> details) {
    Reply reply = asks(member, act, key, outcome, details);
    assertThat(reply.status()).as("%s %s: %s", act, outcome, reply.body()).isBetween(200, 299);
  }

  /** Waits until a decision is asked for, and hears what is answered. */
  public Reply asks(
      Participant member, String act, String key, String outcome, Map<String, String> details) {
    String task = finds(member, act, key).path("id").asText();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("outcome", outcome).put("opinion", "依公告与规则办理");
    if (!details.isEmpty()) {
      ObjectNode told = body.putObject("details");
      details.forEach(told::put);
    }
    return member.asks(place() + "/tasks/" + task, "", body);
  }

  /** Waits until a decision is asked for, and tells the task. */
  JsonNode finds(Participant member, String act, String key) {
    JsonNode tasks = member.waitsFor(tasks(), seen -> find(member, seen, act, key).isPresent());
    return find(member, tasks, act, key).orElseThrow();
  }

  /** Whether a decision is asked for now. */
  public boolean isAsked(Participant member, String act) {
    return find(member, member.sees(tasks()), act, "").isPresent();
  }

  private String tasks() {
    return place() + "/tasks?limit=200";
  }

  private String place() {
    return trade.isEmpty() ? "/api/v1" : "/api/v1/trades/" + trade;
  }

  /** A task on a page of the list, or on those behind it. */
  private Optional<JsonNode> find(Participant member, JsonNode page, String act, String key) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(task -> task.path("act").asText().equals(act))
        .filter(task -> key.isEmpty() || task.path("key").asText().equals(key))
        .findFirst()
        .or(() -> behind(member, page).flatMap(next -> find(member, next, act, key)));
  }

  private Optional<JsonNode> behind(Participant member, JsonNode page) {
    return page.hasNonNull("after")
        ? Optional.of(member.sees(tasks() + "&after=" + page.path("after").asText()))
        : Optional.empty();
  }
}
