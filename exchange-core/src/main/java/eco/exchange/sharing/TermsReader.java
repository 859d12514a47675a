package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reading of sharing terms from JSON, which takes nothing that is not exactly their form. */
final class TermsReader {

  // Names of accounts are made of it, and the exchange has keys of its own.
  private static final Pattern KEY = Pattern.compile("[^:/~\\s][^:/\\s]{0,63}");

  private TermsReader() {}

  static SharingTerms terms(JsonFields json) {
    String form = json.text("form");
    if (!form.equals(TermsForm.FIRST_FORM) && !form.equals(TermsForm.SECOND_FORM)) {
      throw new IllegalArgumentException("'form' must be " + TermsForm.SECOND_FORM);
    }
    json.same("currency", Money.CURRENCY);
    json.same("residue", TermsForm.RESIDUE);
    SharingTerms terms =
        new SharingTerms(
            json.list("payees", TermsReader::payee),
            json.list("waterfalls", TermsReader::waterfall));
    json.end();
    if (form.equals(TermsForm.FIRST_FORM) && !TermsForm.of(terms).equals(form)) {
      throw new IllegalArgumentException("these terms are more than " + form + " can say");
    }
    return terms;
  }

  private static Payee payee(JsonFields json) {
    Payee payee =
        new Payee(json.text("key"), json.text("name"), json.constant(Principle.class, "principle"));
    json.end();
    if (!KEY.matcher(payee.key()).matches()) {
      throw new IllegalArgumentException(
          "a payee's key has up to 64 characters, none of them ':', '/' or blank, nor '~' first");
    }
    return payee;
  }

  private static Waterfall waterfall(JsonFields json) {
    Waterfall waterfall =
        new Waterfall(json.constant(Income.class, "income"), json.list("steps", TermsReader::step));
    json.end();
    return waterfall;
  }

  private static Step step(JsonFields json) {
    String word = json.text("step");
    Measure measure = MeasureJson.read(word, json);
    Taker taker = taker(json);
    Money least = json.has("least") ? json.money("least") : Money.ZERO;
    Optional<Money> most = json.has("most") ? Optional.of(json.money("most")) : Optional.empty();
    json.end();
    Step step = new Step(taker, measure, least, most);
    if (!MeasureJson.word(step).equals(word)) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(taker.name(), word));
    }
    return step;
  }

  private static Taker taker(JsonFields json) {
    if (json.has("roster")) {
      return new Taker.Collective(
          json.text("name"), roster(json.object("roster")), json.list("steps", TermsReader::step));
    }
    if (json.has("until")) {
      return new Taker.Recoup(
          json.text("payee"), json.money("until"), json.list("steps", TermsReader::step));
    }
    return json.has("steps")
        ? new Taker.Group(json.text("name"), json.list("steps", TermsReader::step))
        : new Taker.One(json.text("payee"));
  }

  private static Taker.Roster roster(JsonFields json) {
    Taker.Roster roster =
        new Taker.Roster(json.constant(Taker.Roster.Rule.class, "rule"), json.date("on"));
    json.end();
    return roster;
  }
}
