package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.market.RightKind;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Principle;
import java.util.List;
import java.util.Optional;

/** The clauses on what each side may and must do while the contract lasts. */
final class DutyClauses {

  private static final int REGISTRABLE_YEARS = 5;

  private final Deal deal;
  private final Sentences say;
  private final boolean isCarbonSink;
  private final boolean isOnce;
  private final boolean hasPledgee;

  DutyClauses(Deal deal, Sentences say) {
    this.deal = deal;
    this.say = say;
    this.isCarbonSink = deal.subject().kind() == RightKind.CARBON_SINK;
    this.isOnce = deal.subject().termYears() == 0;
    this.hasPledgee =
        deal.terms().payees().stream().anyMatch(it -> it.principle() == Principle.PLEDGEE);
  }

  /** By whom the sale was decided; empty if no document says so. */
  Optional<Clause> decision() {
    List<String> documents = deal.sale().decisions().stream().filter(it -> !it.isBlank()).toList();
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    Clause.Draft draft =
        Clause.about(Matter.DECISION, say)
            .says(
                say.of("decision.documents")
                    .with("documents", say.list("decision.list", documents)));
    switch (deal.subject().ownership()) {
      case STATE -> draft.says("decision.state");
      case COLLECTIVE -> draft.says("decision.collective").says("decision.collective.priority");
      case INDIVIDUAL -> draft.says("decision.household");
    }
    return Optional.of(draft.done());
  }

  /** When, where and how the subject is handed over, and what is registered. */
  Clause delivery() {
    Clause.Draft draft = Clause.about(Matter.DELIVERY, say);
    Sentence paid = InstalmentClauses.paid(deal.sale(), say);
    if (isCarbonSink) {
      draft.says(say.of("delivery.sink").with("paid", paid)).says("delivery.sink.reports");
    } else {
      draft.says(say.of("delivery.operation").with("paid", paid));
      if (deal.subject().termYears() >= REGISTRABLE_YEARS) {
        draft.says("delivery.operation.registration");
      }
    }
    return draft.done();
  }

  Clause rightsAndDuties() {
    Clause.Draft draft = Clause.about(Matter.RIGHTS_AND_DUTIES, say).says("duties.transferor");
    if (isCarbonSink) {
      draft.says("duties.sink.transferee").says("duties.sink.upkeep");
    } else {
      draft.says("duties.operation.transferee");
      if (deal.terms().shares(Income.REVENUE)) {
        draft.says("duties.operation.report");
      }
    }
    String villagers = isOnce ? "duties.villagers-once" : "duties.villagers";
    return draft.says(say.of(villagers).clause("clause", Matter.SHARING)).done();
  }

  Clause erosionControl() {
    return Clause.about(Matter.EROSION_CONTROL, say)
        .says("erosion.law")
        .says(isCarbonSink ? "erosion.sink" : "erosion.operation")
        .says("erosion.causer")
        .says("erosion.fund")
        .done();
  }

  Clause monitoring() {
    return Clause.about(Matter.MONITORING, say)
        .says(isOnce ? "monitoring.quality-once" : "monitoring.quality")
        .says("monitoring.baseline")
        .says("monitoring.observation")
        .says("monitoring.restoration")
        .done();
  }

  Clause transferAndPledge() {
    return Clause.about(Matter.TRANSFER_AND_PLEDGE, say)
        .says(isCarbonSink ? "transfer.sink" : "transfer.operation")
        .says(
            hasPledgee
                ? say.of("pledge.by-steps").clause("clause", Matter.SHARING)
                : say.of("pledge.of-own-part"))
        .done();
  }

  Clause handback() {
    Clause.Draft draft = Clause.about(Matter.HANDBACK, say);
    if (isCarbonSink) {
      draft
          .says("handback.sink")
          .says(isOnce ? "handback.sink.upkeep-once" : "handback.sink.upkeep");
    } else {
      draft
          .says("handback.operation")
          .says("handback.operation.investment")
          .says("handback.operation.renewal");
    }
    return draft.done();
  }
}
