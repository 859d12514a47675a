package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.demo.Http.Reply;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes the decisions of one trade's procedures: each once, however often the trade is walked. */
final class Decisions {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final String trade;
  private final Member auditor;

  /**
   * Makes the decisions of a trade.
   *
   * @param trade the trade
   * @param auditor who may see which decisions were taken
   */
  Decisions(String trade, Member auditor) {
    this.trade = trade;
    this.auditor = auditor;
  }

  /** Waits until a decision is asked for, and takes it; at once if it was taken before. */
  void decide(Member member, String act, String key, String outcome, String opinion) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!taken(act, key)) {
      for (JsonNode task : member.sees("/api/v1/trades/" + trade + "/tasks").path("items")) {
        if (isAsked(task, act, key)) {
          take(member, task.path("id").asText(), outcome, opinion);
        }
      }
      if (System.nanoTime() - deadline > 0) {
        throw new WalkFailed("nobody asked for '%s' of %s %s".formatted(act, trade, key));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void take(Member member, String task, String outcome, String opinion) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("outcome", outcome).put("opinion", opinion);
    Reply reply = member.asks("/api/v1/trades/%s/tasks/%s".formatted(trade, task), "", body);
    if (reply.status() == 422 || reply.status() == 403) {
      throw new WalkFailed("'%s' was refused: %s".formatted(outcome, reply.body()));
    }
  }

  private boolean taken(String act, String key) {
    JsonNode records = auditor.sees("/api/v1/trades/" + trade + "/records?limit=200");
    for (JsonNode procedure : records.path("items")) {
      for (JsonNode deed : procedure.path("deeds")) {
        boolean isDone = !deed.path("endedAt").asText("").isEmpty();
        if (isDone && deed.path("act").asText().equals(act) && isAbout(procedure, key)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAsked(JsonNode task, String act, String key) {
    return task.path("act").asText().equals(act) && isAbout(task, key);
  }

  private static boolean isAbout(JsonNode one, String key) {
    return key.isEmpty() || one.path("key").asText().equals(key);
  }
}
