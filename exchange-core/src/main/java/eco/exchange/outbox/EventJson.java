package eco.exchange.outbox;

import eco.exchange.event.MarketEvent;
import eco.exchange.method.MethodTerms;
import eco.exchange.storage.RecordJson;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored form of events: the name of the record beside its components as JSON. */
public final class EventJson {

  private static final RecordJson JSON = new RecordJson(MethodTerms.class);
  private static final Map<String, Class<? extends MarketEvent>> KINDS =
      RecordJson.records(MarketEvent.class)
          .map(type -> type.<MarketEvent>asSubclass(MarketEvent.class))
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private EventJson() {}

  /** The kind of an event, which is the name of its record. */
  public static String kind(MarketEvent event) {
    return event.getClass().getSimpleName();
  }

  /** The components of an event. */
  public static String write(MarketEvent event) {
    return JSON.write(event);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalStateException if this version of the exchange does not know the kind or form
   */
  public static MarketEvent read(String kind, String body) {
    Class<? extends MarketEvent> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalStateException("an event of an unknown kind: " + kind);
    }
    return JSON.read(type, body);
  }
}
