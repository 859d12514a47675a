package eco.exchange.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.settlement.books.SettlementRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A refusal is told with titles in both languages, and its details in English. */
class TellingARefusalTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  @Test
  void a_problem_document_has_a_title_in_both_languages() throws JsonProcessingException {
    Refusal low = new Refusal(BidRefusal.TOO_LOW, "the next price is 1010.00");

    assertThat(told(Problems.refusal(List.of(low)).under("42")))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "urn:eco-exchange:problem:too-low", "title": "Bid too low",
                 "titleZh": "加价不足一个加价幅度", "status": 409, "detail": "the next price is 1010.00",
                 "code": "TOO_LOW",
                 "reasons": [{"code": "TOO_LOW", "title": "Bid too low", "titleZh": "加价不足一个加价幅度",
                              "detail": "the next price is 1010.00"}],
                 "request": "42"}
                """));
  }

  @Test
  void each_reason_has_titles_of_its_own() {
    JsonNode problem =
        told(
            Problems.refusal(
                List.of(
                    new Refusal(SettlementRefusal.DEPOSIT_NOT_HELD, "1000.00 is missing"),
                    new Refusal(SettlementRefusal.FOUR_EYES, "the same account"))));

    assertThat(problem.at("/titleZh").asText()).isEqualTo("没有存管中的受让方保证金");
    assertThat(problem.at("/reasons").findValuesAsText("titleZh"))
        .containsExactly("没有存管中的受让方保证金", "申请、经办、复核须由不同人员担任");
    assertThat(problem.at("/reasons").findValuesAsText("title"))
        .containsExactly("Deposit not held", "Second person needed");
  }

  @Test
  void a_problem_of_http_has_titles_too() {
    JsonNode teapot = told(Problem.ofStatus(418));

    assertThat(teapot.at("/status").asInt()).isEqualTo(418);
    assertThat(teapot.at("/code").asText()).isEqualTo("NOT_ANSWERED");
    assertThat(teapot.at("/titleZh").asText()).isEqualTo("请求无法处理");
    assertThat(told(Problems.notFound()).at("/title").asText()).isEqualTo("Not found");
  }

  private static JsonNode told(Problem problem) {
    return JSON.valueToTree(problem);
  }
}
