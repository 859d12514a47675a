package eco.exchange.web.json;

import eco.exchange.web.problem.Problem.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a request has left out: every part of a record is needed unless it is an
 * Optional.
 */
final class MissingFields {

  private static final ClassValue<RecordComponent[]> PARTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] parts = type.getRecordComponents();
          for (RecordComponent part : parts) {
            part.getAccessor().setAccessible(true);
          }
          return parts;
        }
      };

  private final List<Violation> found = new ArrayList<>();

  private MissingFields() {}

  /** Every missing part, by its path. */
  static List<Violation> of(@Nullable Object body) {
    MissingFields missing = new MissingFields();
    missing.look("", body);
    return missing.found;
  }

  private void look(String path, @Nullable Object value) {
    switch (value) {
      case null -> found.add(new Violation(path, "is missing"));
      case Record record -> lookInside(path, record);
      case Collection<?> items -> {
        int index = 0;
        for (Object item : items) {
          look(path + "[" + index++ + "]", item);
        }
      }
      case Optional<?> perhaps -> perhaps.ifPresent(inner -> look(path, inner));
      default -> {
        // A plain value has no parts.
      }
    }
  }

  private void lookInside(String path, Record record) {
    for (RecordComponent part : PARTS.get(record.getClass())) {
      String name = path.isEmpty() ? part.getName() : path + "." + part.getName();
      look(name, value(record, part));
    }
  }

  private static @Nullable Object value(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record that cannot be read", e);
    }
  }
}
