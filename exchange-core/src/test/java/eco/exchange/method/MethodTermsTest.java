package eco.exchange.method;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is checked of any terms is found in them, whatever the method. */
class MethodTermsTest {

  private int made;

  @ParameterizedTest
  @EnumSource(TradeMethod.class)
  void every_amount_that_terms_hold_is_named(TradeMethod method) throws Exception {
    MethodTerms terms = filled(method.terms());
    assertThat(terms.amounts()).isEqualTo(found(Money.class, terms));
  }

  @ParameterizedTest
  @EnumSource(TradeMethod.class)
  void every_text_that_terms_hold_is_the_name_of_a_criterion(TradeMethod method) throws Exception {
    MethodTerms terms = filled(method.terms());
    List<String> names =
        terms.scored().stream()
            .flatMap(scoring -> scoring.criteria().stream())
            .map(Criterion::name)
            .toList();
    assertThat(names).isEqualTo(found(String.class, terms));
  }

  @ParameterizedTest
  @EnumSource(TradeMethod.class)
  void every_number_of_usual_terms_is_a_limit(TradeMethod method) throws Exception {
    MethodTerms usual = filled(method.terms());
    for (RecordComponent part : method.terms().getRecordComponents()) {
      if (method.hasUsualTerms() && part.getType() != Optional.class) {
        MethodTerms less = with(usual, part, Duration.ofSeconds(30), 0);
        MethodTerms more = with(usual, part, Duration.ofMinutes(2), 2);
        assertThat(Stream.of(less, more).flatMap(it -> it.beyond(usual).stream()))
            .as("%s of %s", part.getName(), method)
            .hasSize(1);
      }
    }
    assertThat(usual.beyond(usual)).isEmpty();
  }

  private static MethodTerms with(
      MethodTerms terms, RecordComponent changed, Duration length, int number) throws Exception {
    RecordComponent[] parts = terms.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Object other = parts[i].getType() == Duration.class ? length : number;
      boolean isChanged = parts[i].getName().equals(changed.getName());
      values[i] = isChanged ? other : parts[i].getAccessor().invoke(terms);
    }
    return terms.getClass().getDeclaredConstructor(types).newInstance(values);
  }

  private <T> T filled(Class<T> type) throws Exception {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(parts[i]);
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private Object value(RecordComponent part) throws Exception {
    String type = part.getGenericType().getTypeName();
    return switch (part.getType().getSimpleName()) {
      case "Money" -> money();
      case "Duration" -> Duration.ofMinutes(1);
      case "Percentage" -> Percentage.WHOLE;
      case "int" -> 1;
      case "Optional" -> Optional.empty();
      case "Scoring" -> filled(Scoring.class);
      case "List" ->
          type.endsWith("<" + Money.class.getName() + ">")
              ? List.of(money(), money())
              : List.of(
                  new Criterion("one", Percentage.WHOLE), new Criterion("two", Percentage.WHOLE));
      default -> throw new AssertionError("say how a " + type + " is made up");
    };
  }

  private Money money() {
    made++;
    return Money.yuan(made + ".00");
  }

  private static <T> List<T> found(Class<T> type, Object in) throws Exception {
    if (type.isInstance(in)) {
      return List.of(type.cast(in));
    } else if (in instanceof List<?> list) {
      return join(type, list.stream());
    } else if (in instanceof Record && !(in instanceof Percentage)) {
      Stream.Builder<Object> parts = Stream.builder();
      for (RecordComponent part : in.getClass().getRecordComponents()) {
        parts.add(part.getAccessor().invoke(in));
      }
      return join(type, parts.build());
    }
    return List.of();
  }

  private static <T> List<T> join(Class<T> type, Stream<?> parts) throws Exception {
    Stream.Builder<T> all = Stream.builder();
    for (Object part : parts.toList()) {
      found(type, part).forEach(all::add);
    }
    return all.build().toList();
  }
}
