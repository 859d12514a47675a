package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.market.RightKind;
import java.util.List;

/** The clauses on who trades what, for how long and for what use. */
final class SubjectClauses {

  private final Deal deal;
  private final Sentences say;
  private final boolean isCarbonSink;

  SubjectClauses(Deal deal, Sentences say) {
    this.deal = deal;
    this.say = say;
    this.isCarbonSink = deal.subject().kind() == RightKind.CARBON_SINK;
  }

  Clause parties() {
    return Clause.about(Matter.PARTIES, say)
        .says("parties.opening")
        .shows(
            say.table(
                "parties.head",
                List.of(
                    row("parties.transferor", deal.transferor()),
                    row("parties.transferee", deal.transferee()))))
        .done();
  }

  private List<String> row(String role, Deal.Signatory signatory) {
    return say.of(role)
        .with("name", signatory.party().name())
        .with("code", signatory.code())
        .with(
            "address",
            signatory.address().orElseGet(() -> say.of("parties.registered-address").text()))
        .cells();
  }

  Clause subject() {
    List<List<String>> rows = SubjectTable.rows(deal.subject(), say);
    rows.add(SubjectTable.row(deal.appraisal(), say));
    return Clause.about(Matter.SUBJECT, say)
        .says("subject.table")
        .shows(Passage.Grid.pairs(rows))
        .done();
  }

  Clause term() {
    int years = deal.subject().termYears();
    Clause.Draft draft = Clause.about(Matter.TERM, say);
    if (isCarbonSink) {
      draft.says(say.of("term.sink").with("paid", InstalmentClauses.paid(deal.sale(), say)));
      if (years > 0) {
        draft.says(say.of("term.sink.sharing").with("years", years));
      }
    } else {
      draft
          .says(say.of("term.operation").with("years", years).with("last", years))
          .says("term.operation.longest");
    }
    return draft.done();
  }

  Clause use() {
    return Clause.about(Matter.USE, say)
        .says(say.of("use.agreed").with("use", unstopped(deal.subject().use())))
        .says(isCarbonSink ? "use.sink" : "use.operation")
        .done();
  }

  private static String unstopped(String sentence) {
    return sentence.replaceAll("[。.；;]+$", "");
  }
}
