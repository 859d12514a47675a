package eco.exchange.storage;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The stored form of records: their components as JSON. Where a component is of a sealed type, the
 * name of the record that it is stands beside its components, as {@code kind}.
 */
public final class RecordJson {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Kinded {}

  private final ObjectMapper json;

  /** Knows these sealed types, wherever they stand in a record. */
  public RecordJson(Class<?>... sealedTypes) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
            // Only the components of a record are stored, not what its methods say about them.
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            // A record is always written in the same letters.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    for (Class<?> type : sealedTypes) {
      builder.addMixIn(type, Kinded.class);
      // By itself Jackson would put the enclosing type before the name, which no migration knows.
      records(type).forEach(it -> builder.registerSubtypes(new NamedType(it, it.getSimpleName())));
    }
    this.json = builder.build();
  }

  /** The components of a record. */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that cannot be written: " + value, e);
    }
  }

  /**
   * Reads a record, or one of a sealed type.
   *
   * @throws IllegalStateException if this version of the exchange does not know the form
   */
  public <T> T read(Class<T> type, String text) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a %s that cannot be read".formatted(type.getSimpleName()), e);
    }
  }

  /** The records of a sealed type, however deep they stand. */
  public static Stream<Class<?>> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
  }
}
