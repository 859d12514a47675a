package eco.exchange.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RuntimeService;

/**
 * The start of procedures, once for each key. Blocks on the database.
 *
 * <p>The id of an instance is made from its procedure and key, so the primary keys of the engine's
 * own tables refuse a second beginning, also one at the same moment on another node.
 */
record ProcedureStart(RuntimeService instances, HistoryService history) {

  private static final int ID_MAX = 64;
  private static final int HASH_BYTES = 16;

  /** Begins a procedure and says whether this call has begun it. */
  boolean begin(NewCase asked) {
    String id = instanceId(asked.procedure(), asked.key());
    if (hasBegun(id)) {
      return false;
    }
    try {
      instances
          .createProcessInstanceBuilder()
          .processDefinitionKey(asked.procedure().id())
          .predefineProcessInstanceId(id)
          .businessKey(asked.key())
          .variables(facts(asked))
          .start();
      return true;
    } catch (RuntimeException failure) {
      if (hasBegun(id)) {
        return false;
      }
      throw failure;
    }
  }

  /** The id of the instance, shortened by a hash where the engine's column is too narrow for it. */
  static String instanceId(Procedure procedure, String key) {
    String id = procedure.id() + ":" + key;
    return id.length() <= ID_MAX ? id : procedure.id() + ":" + hash(key);
  }

  private static Map<String, Object> facts(NewCase asked) {
    Map<String, Object> facts = new LinkedHashMap<>(asked.facts());
    facts.put(Progress.KEY, asked.key());
    return facts;
  }

  private boolean hasBegun(String id) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(id).count() > 0;
  }

  private static String hash(String key) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
