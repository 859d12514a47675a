package eco.exchange.outbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import eco.exchange.event.MarketEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stored form of events: the name of the record beside its components as JSON. */
public final class EventJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
          // Only the components of a record are stored, not what its methods say about them.
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();
  private static final Map<String, Class<?>> KINDS =
      records(MarketEvent.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private EventJson() {}

  /** The kind of an event, which is the name of its record. */
  public static String kind(MarketEvent event) {
    return event.getClass().getSimpleName();
  }

  /** The components of an event. */
  public static String write(MarketEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be written: " + event, e);
    }
  }

  /**
   * Reads an event.
   *
   * @throws IllegalStateException if this version of the exchange does not know the kind or form
   */
  public static MarketEvent read(String kind, String body) {
    Class<?> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalStateException("an event of an unknown kind: " + kind);
    }
    try {
      return (MarketEvent) JSON.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be read: " + kind, e);
    }
  }

  private static Stream<Class<?>> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
  }
}
