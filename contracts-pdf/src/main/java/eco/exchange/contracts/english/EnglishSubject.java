package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.RightKind;
import java.util.List;

/** Who trades what, for how long and for what use. */
final class EnglishSubject {

  private final Deal deal;

  EnglishSubject(Deal deal) {
    this.deal = deal;
  }

  Clause parties() {
    return Clause.about(Matter.PARTIES)
        .says(
            "Under the Civil Code, the Soil and Water Conservation Law and the other laws of the"
                + " People's Republic of China, the parties, who have traded in public, conclude"
                + " this contract of their own will about the ecological product of soil and water"
                + " conservation named in it, and will both keep to it.")
        .shows(
            new Passage.Grid(
                List.of(
                    new Column("", 3, Side.LEFT),
                    new Column("Name", 5, Side.LEFT),
                    new Column("Code", 4, Side.LEFT),
                    new Column("Address", 4, Side.LEFT)),
                List.of(row("Transferor", deal.transferor()), row("Transferee", deal.transferee())),
                false))
        .done();
  }

  private static List<String> row(String role, Deal.Signatory signatory) {
    return List.of(
        role,
        signatory.party().name(),
        signatory.code(),
        signatory.address().orElse("as registered under the code"));
  }

  Clause subject() {
    Deal.Subject subject = deal.subject();
    return Clause.about(Matter.SUBJECT)
        .says(
            "The subject is as in the table. Title is clear and undisputed; the transfer does not"
                + " change who owns the land and the natural resources.")
        .shows(
            Passage.Grid.pairs(
                List.of(
                    List.of("Product", subject.product()),
                    List.of("Kind of right", EnglishWording.kind(subject.kind())),
                    List.of("Right transferred", subject.rightGranted()),
                    List.of(
                        "Quantity", EnglishWording.quantity(subject.quantity(), subject.unit())),
                    List.of("Small watershed", subject.watershed()),
                    List.of(
                        "Location, boundary",
                        "%s (division code %s)".formatted(subject.location(), subject.region())),
                    List.of("Area", ChineseWording.number(subject.areaHm2()) + " hectares"),
                    List.of("Ownership", EnglishWording.ownership(subject.ownership())),
                    List.of("Title or survey no.", subject.title()),
                    List.of(
                        "Appraisal",
                        "%s, %s"
                            .formatted(
                                EnglishWording.amount(deal.appraisal().value()),
                                deal.appraisal().report())))))
        .done();
  }

  Clause term() {
    int years = deal.subject().termYears();
    Clause.Draft draft = Clause.about(Matter.TERM);
    if (isCarbonSink()) {
      draft.says(
          "The carbon sink named here is handed over at once, on the day on which this contract is"
              + " in force and %s.",
          deal.sale().plan().isPresent()
              ? EnglishInstalments.isPaid(deal.sale())
              : "the price is paid");
      if (years > 0) {
        draft.says("Revenue is shared for %d years from the day of effect.", years);
      }
      return draft.done();
    }
    return draft
        .says(
            "The term of operation is %d years from the day of effect, until the day before the"
                + " corresponding day of year %d.",
            years, years)
        .says(
            "The term does not exceed what is left of the term of contracting or use of the"
                + " subject; what exceeds the longest term of the law is void.")
        .done();
  }

  Clause use() {
    Clause.Draft draft = Clause.about(Matter.USE).says("Use: %s", deal.subject().use());
    if (isCarbonSink()) {
      return draft
          .says(
              "Carbon sinks of soil and water conservation are registered apart from certified"
                  + " voluntary reductions (CCER) and must not be mixed with them; one quantity must"
                  + " not be sold or used for offsetting twice.")
          .done();
    }
    return draft
        .says(
            "The transferee must not change the use of the land, cross the red line of ecological"
                + " protection or enter permanent basic farmland, nor lower the function of the"
                + " watershed in soil and water conservation.")
        .done();
  }

  private boolean isCarbonSink() {
    return deal.subject().kind() == RightKind.CARBON_SINK;
  }
}
