package eco.exchange.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eco.exchange.market.CitizenNumber;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.web.problem.Problem.Violation;
import eco.exchange.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WritingJsonTest {

  private final ObjectMapper json = new ObjectMapper();

  WritingJsonTest() {
    json.registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());
    new StrictJson().customize(json);
  }

  record Offer(PartyId party, Money price, Instant at, Optional<String> note, List<Lot> lots) {}

  record Lot(String name, Money reserve) {}

  @Test
  void values_of_the_market_are_written_as_people_write_them_and_read_back() throws Exception {
    PartyId party = new PartyId(new UUID(1, 2));
    Offer offer =
        new Offer(
            party,
            Money.yuan("123.40"),
            Instant.parse("2026-11-21T01:00:00Z"),
            Optional.empty(),
            List.of());
    String text = json.writeValueAsString(offer);
    assertThat(text)
        .isEqualTo(
            """
            {"party":"%s","price":{"amount":"123.40","currency":"CNY"},\
            "at":"2026-11-21T01:00:00Z","lots":[]}"""
                .formatted(party));
    assertThat(json.readValue(text, Offer.class)).isEqualTo(offer);
  }

  @Test
  void an_amount_is_a_decimal_text_in_yuan_with_at_most_two_places() throws Exception {
    assertThat(money("\"0.01\"", "\"CNY\"")).isEqualTo(new Money(1));
    assertThat(money("\"99999999999999.99\"", "\"CNY\"")).isEqualTo(new Money(9999999999999999L));
    for (String wrong :
        List.of(
            "12",
            "12.5",
            "\"1.234\"",
            "\"1e3\"",
            "\"-1\"",
            "\"+1\"",
            "\" 1\"",
            "\"01\"",
            "\"1,000\"",
            "\"\"",
            "\"123456789012345\"",
            "null",
            "true",
            "{}")) {
      assertThatThrownBy(() -> money(wrong, "\"CNY\""))
          .as(wrong)
          .isInstanceOf(JsonMappingException.class)
          .hasMessageContaining("amount");
    }
    assertThatThrownBy(() -> money("\"1\"", "\"USD\"")).hasMessageContaining("must be CNY");
  }

  @Test
  void a_bare_amount_and_one_with_more_fields_are_refused() {
    for (String wrong :
        List.of(
            "\"12.00\"",
            "12",
            "[]",
            "{\"amount\":\"1\"}",
            "{\"amount\":\"1\",\"currency\":\"CNY\",\"x\":1}")) {
      assertThatThrownBy(() -> json.readValue(wrong, Money.class))
          .as(wrong)
          .isInstanceOf(JsonMappingException.class);
    }
  }

  @Test
  void nothing_is_guessed() {
    for (String wrong :
        List.of(
            "{\"name\":1}",
            "{\"name\":true}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"a\"} x",
            "{\"other\":\"a\"}")) {
      assertThatThrownBy(() -> json.readValue(wrong, Lot.class))
          .as(wrong)
          .isInstanceOf(JsonProcessingException.class);
    }
    assertThatThrownBy(() -> json.readValue("1763690400", Instant.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void sharing_terms_that_are_none_are_refused_in_words_without_our_classes() {
    assertThatThrownBy(() -> json.readValue("{\"form\":\"x\"}", SharingTerms.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("must be sharing terms")
        .satisfies(e -> assertThat(original(e)).doesNotContain("eco.exchange.sharing."));
  }

  @Test
  void a_citizen_number_is_written_masked() throws Exception {
    assertThat(json.writeValueAsString(new CitizenNumber("11010519491231002X")))
        .isEqualTo("\"110105********002X\"");
  }

  @Test
  void all_that_is_missing_is_told_at_once_but_what_may_be_missing_is_not() throws Exception {
    Offer offer =
        json.readValue(
            "{\"at\":\"2026-11-21T01:00:00Z\",\"lots\":[{\"name\":\"a\"},null]}", Offer.class);
    assertThat(MissingFields.of(offer))
        .extracting(Violation::field)
        .containsExactly("party", "price", "lots[0].reserve", "lots[1]");
    assertThat(MissingFields.of(null)).extracting(Violation::field).containsExactly("");
  }

  @Test
  void the_mark_of_the_next_page_is_opaque_and_comes_back_whole() {
    Page<String> page = Cursors.page(new Page<>(List.of("a"), Optional.of("2026-11-21/碳/7")));
    String mark = page.after().orElseThrow();
    assertThat(mark).matches("[A-Za-z0-9_-]+");
    assertThat(Cursors.read(mark)).contains("2026-11-21/碳/7");
    assertThat(Cursors.read(null)).isEmpty();
    for (String wrong : List.of("*", "_w", "A".repeat(600))) {
      assertThatThrownBy(() -> Cursors.read(wrong)).isInstanceOf(ProblemException.class);
    }
  }

  private Money money(String amount, String currency) throws JsonProcessingException {
    return json.readValue(
        "{\"amount\":%s,\"currency\":%s}".formatted(amount, currency), Money.class);
  }

  private static String original(Throwable failure) {
    return ((JsonMappingException) failure).getOriginalMessage();
  }
}
