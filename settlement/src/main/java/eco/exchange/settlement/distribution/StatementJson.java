package eco.exchange.settlement.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * The form in which a distribution is handed out, so that anybody can recompute it from the sealed
 * contract alone.
 *
 * <p>It is the form that the contracts' verifier reads, field by field. Amounts are in yuan; what
 * is carried is in fen, with every fraction. Names and grounds stand in the sealed terms.
 */
public final class StatementJson {

  private static final String FORM = "eco.exchange/distribution-statement/1";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private StatementJson() {}

  /** The text of a distribution. */
  public static String write(DistributionView distribution) {
    ObjectNode root = JSON.createObjectNode();
    root.put("form", FORM)
        .put("contract", distribution.contract().number())
        .put("termsHash", distribution.termsHash())
        .put("income", distribution.income().name())
        .put("year", distribution.year())
        .put("whole", distribution.whole().decimal());
    ObjectNode carriedIn = root.putObject("carriedIn");
    distribution.carriedIn().forEach((payee, carry) -> carriedIn.put(payee, decimal(carry)));
    ArrayNode parts = root.putArray("parts");
    for (DistributionView.Part part : distribution.parts()) {
      parts
          .addObject()
          .put("payee", part.payee())
          .put("amount", part.amount().decimal())
          .put("carry", decimal(part.carry()));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a statement that cannot be written", e);
    }
  }

  private static String decimal(BigDecimal fen) {
    return fen.stripTrailingZeros().toPlainString();
  }
}
