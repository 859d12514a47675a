package eco.exchange.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.money.Money;
import java.util.List;

/** The writing of sharing terms as JSON. */
final class TermsWriter {

  private TermsWriter() {}

  static ObjectNode json(SharingTerms terms) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("form", TermsForm.of(terms))
        .put("currency", Money.CURRENCY)
        .put("residue", TermsForm.RESIDUE);
    ArrayNode payees = root.putArray("payees");
    terms.payees().forEach(payee -> write(payee, payees.addObject()));
    ArrayNode waterfalls = root.putArray("waterfalls");
    terms.waterfalls().forEach(waterfall -> write(waterfall, waterfalls.addObject()));
    return root;
  }

  private static void write(Payee payee, ObjectNode json) {
    json.put("key", payee.key());
    json.put("name", payee.name());
    json.put("principle", payee.principle().name());
  }

  private static void write(Waterfall waterfall, ObjectNode json) {
    json.put("income", waterfall.income().name());
    write(waterfall.steps(), json.putArray("steps"));
  }

  private static void write(List<Step> steps, ArrayNode array) {
    steps.forEach(step -> array.add(json(step)));
  }

  static ObjectNode json(Step step) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("step", MeasureJson.word(step));
    MeasureJson.write(step.measure(), json);
    write(step.taker(), json);
    if (step.hasFloor()) {
      json.put("least", step.least().decimal());
    }
    step.most().ifPresent(cap -> json.put("most", cap.decimal()));
    return json;
  }

  private static void write(Taker taker, ObjectNode json) {
    switch (taker) {
      case Taker.One one -> json.put("payee", one.payee());
      case Taker.Group group -> json.put("name", group.name());
      case Taker.Collective layer ->
          json.put("name", layer.name())
              .putObject("roster")
              .put("rule", layer.roster().rule().name())
              .put("on", layer.roster().on().toString());
      case Taker.Recoup recoup ->
          json.put("payee", recoup.payee()).put("until", recoup.until().decimal());
    }
    if (!(taker instanceof Taker.One)) {
      write(taker.steps(), json.putArray("steps"));
    }
  }
}
