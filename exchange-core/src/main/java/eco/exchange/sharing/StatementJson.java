package eco.exchange.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.Map;
import java.util.Optional;

/**
 * The canonical JSON form of a statement (RFC 8785), by which anybody can recompute a distribution
 * from the sealed contract alone.
 *
 * <p>Amounts are decimal strings in yuan; what is carried and recovered is in fen, with every
 * fraction, such as "0.25" or "1/3". Reading is strict: an unknown field, a missing one or one of
 * another type is refused. A statement that tells of nothing recovered, pledged or monitored is
 * written in the first form, which had no words for it. A supplement of a year says besides what
 * was shared of the year before ({@code earlier}). What the income was paid for is the number
 * {@code year}: hashes of sealed statements depend on it.
 */
public final class StatementJson {

  private static final String FIRST_FORM = "eco.exchange/distribution-statement/1";
  private static final String SECOND_FORM = "eco.exchange/distribution-statement/2";

  // Rounding leaves some fen at most; more of them would only keep whoever computes again busy.
  private static final Rational CARRY_MAX = Rational.of(100);

  private StatementJson() {}

  /** The canonical text of a statement. */
  public static String write(Statement statement) {
    boolean saysMore = statement.saysMore();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("form", saysMore ? SECOND_FORM : FIRST_FORM)
        .put("contract", statement.contract().number())
        .put("termsHash", statement.termsHash())
        .put("income", statement.income().name())
        .put("year", statement.occasion().statedNumber())
        .put("whole", statement.whole().decimal());
    DistributionBasis standing = statement.standing();
    write(standing.carried(), root.putObject("carriedIn"));
    if (saysMore) {
      write(standing.recouped(), root.putObject("recoupedIn"));
      ObjectNode pledges = root.putObject("pledgeDue");
      standing.pledgeDue().forEach((payee, due) -> pledges.put(payee, due.decimal()));
      standing.erosion().ifPresent(monitored -> root.put("erosion", monitored));
      if (standing.earlier().isPositive()) {
        root.put("earlier", standing.earlier().decimal());
      }
    }
    ArrayNode parts = root.putArray("parts");
    statement.parts().forEach(part -> write(part, parts.addObject(), saysMore));
    return CanonicalJson.write(root);
  }

  /**
   * Reads a statement.
   *
   * @throws IllegalArgumentException if the text is not exactly the form of a statement
   */
  public static Statement read(String text) {
    JsonFields json = CanonicalJson.read(text);
    String form = json.text("form");
    if (!form.equals(FIRST_FORM) && !form.equals(SECOND_FORM)) {
      throw new IllegalArgumentException("'form' must be " + SECOND_FORM);
    }
    boolean saysMore = form.equals(SECOND_FORM);
    Statement statement =
        new Statement(
            ContractId.parse(json.text("contract")),
            json.text("termsHash"),
            json.constant(Income.class, "income"),
            Occasion.numbered(json.number("year")),
            json.money("whole"),
            standing(json, saysMore),
            json.list("parts", part -> part(part, saysMore)));
    json.end();
    return statement;
  }

  private static void write(Map<String, Rational> fen, ObjectNode json) {
    fen.forEach((payee, exact) -> json.put(payee, exact.toString()));
  }

  private static void write(Distribution.Part part, ObjectNode json, boolean saysMore) {
    json.put("payee", part.payee())
        .put("amount", part.amount().decimal())
        .put("carry", part.carry().toString());
    if (saysMore) {
      json.put("recouped", part.recouped().toString());
    }
  }

  private static DistributionBasis standing(JsonFields json, boolean saysMore) {
    Map<String, Rational> carried = json.object("carriedIn").all(StatementJson::carry);
    return saysMore
        ? new DistributionBasis(
            carried,
            json.object("recoupedIn").all(JsonFields::exact),
            json.object("pledgeDue").all(JsonFields::money),
            json.has("erosion") ? Optional.of(json.number("erosion")) : Optional.empty(),
            json.has("earlier") ? json.money("earlier") : Money.ZERO)
        : new DistributionBasis(carried, Map.of(), Map.of(), Optional.empty());
  }

  private static Rational carry(JsonFields json, String field) {
    Rational fen = json.exact(field);
    if (fen.max(fen.negated()).compareTo(CARRY_MAX) > 0) {
      throw new IllegalArgumentException("'%s' is more than rounding leaves".formatted(field));
    }
    return fen;
  }

  private static Distribution.Part part(JsonFields json, boolean saysMore) {
    Distribution.Part part =
        new Distribution.Part(
            json.text("payee"),
            json.money("amount"),
            carry(json, "carry"),
            saysMore ? json.exact("recouped") : Rational.ZERO);
    json.end();
    return part;
  }
}
