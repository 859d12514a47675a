package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import eco.exchange.web.problem.Problem.Violation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a JSON body, in words that name the field but none of our classes.
 *
 * <p>A body that is no JSON at all is malformed (400); one that is JSON but does not fit the
 * request is invalid (422).
 */
final class JsonProblems {

  private static final String UNFIT = "does not fit";

  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(String.class, "must be a text"),
          Map.entry(UUID.class, "must be a UUID"),
          Map.entry(LocalDate.class, "must be a day such as '2026-11-21'"),
          Map.entry(boolean.class, "must be true or false"),
          Map.entry(Boolean.class, "must be true or false"),
          Map.entry(int.class, "must be a whole number"),
          Map.entry(Integer.class, "must be a whole number"),
          Map.entry(long.class, "must be a whole number"),
          Map.entry(Long.class, "must be a whole number"));

  private JsonProblems() {}

  static Problem of(JsonProcessingException failure) {
    if (failure instanceof JsonMappingException unfit) {
      return Problem.unfit(List.of(new Violation(path(unfit.getPath()), words(unfit))));
    }
    return Problem.of(
        HttpProblem.MALFORMED_JSON, "The body is no JSON text" + place(failure) + ".");
  }

  private static String place(JsonProcessingException failure) {
    return failure.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }

  private static String words(JsonMappingException unfit) {
    if (unfit instanceof UnfitJson) {
      return unfit.getOriginalMessage();
    }
    if (unfit instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    return unfit instanceof MismatchedInputException mismatch
        ? expected(mismatch.getTargetType())
        : UNFIT;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return UNFIT;
    }
    if (type.isEnum()) {
      return "must be one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "must be a list";
    }
    return WORDS.getOrDefault(type, "must be an object");
  }

  private static String path(List<JsonMappingException.Reference> path) {
    StringBuilder text = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return text.toString();
  }
}
