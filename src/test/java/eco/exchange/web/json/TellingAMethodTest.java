package eco.exchange.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.English;
import eco.exchange.method.MethodTerms.ListingThenTimed;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.PriceTime;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.MethodTerms.SealedOneShot;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Tender;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingAMethodTest {

  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Scoring SCORING =
      new Scoring(
          Percentage.parse("60"), List.of(new Criterion("水土流失防治方案", Percentage.parse("40"))));
  private static final List<MethodTerms> METHODS =
      List.of(
          new English(FIVE, Optional.empty()),
          new English(FIVE, Optional.of(Duration.ofHours(2))),
          new ListingThenTimed(FIVE, FIVE, Duration.ofMinutes(30)),
          new SealedOneShot(),
          new PriceTime(2),
          new Weighted(SCORING),
          new Descending(Money.yuan("10"), FIVE, FIVE, FIVE),
          new Tender(3, SCORING),
          new Negotiated(),
          new ShareOfRevenue(
              Percentage.parse("5"),
              Percentage.WHOLE,
              Money.ZERO,
              new Percentage(0),
              List.of(Money.yuan("1"))));

  private final ObjectMapper json = new ObjectMapper();

  TellingAMethodTest() {
    json.registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());
    new StrictJson().customize(json);
  }

  record Draft(Optional<MethodTerms> how) {}

  @Test
  void a_method_is_told_by_its_name_and_its_parts() throws Exception {
    assertThat(json.writeValueAsString(METHODS.getFirst()))
        .isEqualTo("{\"method\":\"ENGLISH_ONLINE\",\"quietTime\":\"PT5M\"}");
    assertThat(json.writeValueAsString(new PriceTime(1)))
        .isEqualTo("{\"method\":\"PRICE_TIME\",\"correctionsMax\":1}");
  }

  @Test
  void what_is_told_of_a_method_is_read_back() throws Exception {
    assertThat(METHODS.stream().map(TradeMethod::of)).contains(TradeMethod.values());
    for (MethodTerms how : METHODS) {
      Draft draft = new Draft(Optional.of(how));
      assertThat(json.readValue(json.writeValueAsString(how), MethodTerms.class)).isEqualTo(how);
      assertThat(json.readValue(json.writeValueAsString(draft), Draft.class)).isEqualTo(draft);
    }
    assertThat(json.readValue("{}", Draft.class)).isEqualTo(new Draft(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                                   | method
          []                                                                   | method
          "ENGLISH_ONLINE"                                                     | method
          {"method":"TOMBOLA"}                                                 | method
          {"method":"ENGLISH_ONLINE"}                                          | quietTime
          {"method":"ENGLISH_ONLINE","quietTime":300}                          | quietTime
          {"method":"ENGLISH_ONLINE","quietTime":"five"}                       | quietTime
          {"method":"ENGLISH_ONLINE","quietTime":"PT5M","floorTime":"PT5M"}    | floorTime
          {"method":"PRICE_TIME"}                                              | correctionsMax
          {"method":"PRICE_TIME","correctionsMax":"1"}                         | correctionsMax
          {"method":"PRICE_TIME","correctionsMax":1.5}                         | correctionsMax
          {"method":"NEGOTIATED","price":1}                                    | price
          {"method":"WEIGHTED","scoring":{"price":{"ppm":1000001}}}            | price
          {"method":"WEIGHTED","scoring":{"price":{}}}                         | price
          {"method":"WEIGHTED","scoring":{"price":{"ppm":1,"x":1}}}            | price
          {"method":"WEIGHTED","scoring":{"price":0.5}}                        | price
          """)
  void what_does_not_fit_is_refused_by_its_name(String text, String field) {
    assertThatThrownBy(() -> json.readValue("{\"how\":" + text + "}", Draft.class))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            unfit ->
                assertThat(unfit.getPath())
                    .extracting(JsonMappingException.Reference::getFieldName)
                    .startsWith("how")
                    .endsWith(field));
  }
}
