package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.market.RightKind;
import eco.exchange.sharing.Principle;

/** What each side may and must do while the contract lasts. */
final class EnglishDuties {

  private static final int REGISTRABLE_YEARS = 5;

  private final Deal deal;
  private final boolean isCarbonSink;
  private final boolean hasPledgee;

  EnglishDuties(Deal deal) {
    this.deal = deal;
    this.isCarbonSink = deal.subject().kind() == RightKind.CARBON_SINK;
    this.hasPledgee =
        deal.terms().payees().stream().anyMatch(it -> it.principle() == Principle.PLEDGEE);
  }

  Clause decision() {
    Clause.Draft draft =
        Clause.about(Matter.DECISION)
            .says("This transfer rests on: %s.", String.join("; ", deal.sale().decisions()));
    switch (deal.subject().ownership()) {
      case STATE ->
          draft.says(
              "The subject belongs to the state; it was lawfully appraised and publicly traded in a"
                  + " lawful place of exchange. Price and state revenue are paid to the treasury as"
                  + " the law says; nobody may conceal or withhold them.");
      case COLLECTIVE ->
          draft
              .says(
                  "The subject belongs to a collective; the plan of transfer, the transferee and the"
                      + " sharing of revenue were lawfully decided by the members. This contract and"
                      + " every distribution are shown to the members, who may inspect them.")
              .says(
                  "That members have priority under the same conditions was told in the notice; who"
                      + " has not claimed it in time has waived it.");
      case INDIVIDUAL ->
          draft.says(
              "The subject is held by a contractor household, which transfers it of its own will;"
                  + " the income of the transfer is the household's, nobody may withhold or deduct"
                  + " it, and this contract is filed with whoever has given out the land.");
    }
    return draft.done();
  }

  Clause rightsAndDuties() {
    Clause.Draft draft =
        Clause.about(Matter.RIGHTS_AND_DUTIES)
            .says(
                "The transferor may receive what is due to it and watch over the use and protection"
                    + " of the subject; it hands the subject over in time, answers for undisputed"
                    + " title, and does not interfere with lawful operation.");
    return (isCarbonSink ? ofTheSink(draft) : ofTheOperator(draft))
        .says(
            "Collectives and villagers who benefit from the transferee's operation are paid"
                + " directly under clause %d of this contract; nobody may withhold or misuse it.",
            Matter.SHARING.number())
        .done();
  }

  private static Clause.Draft ofTheSink(Clause.Draft draft) {
    return draft
        .says(
            "The transferee acquires all rights in the quantity of carbon sink named here and may"
                + " lawfully use and cancel it; it pays the price in full and in time.")
        .says(
            "The transferor goes on tending the conservation measures that make the sink; if the"
                + " sink is reversed by poor care, it makes up the same quantity or pays damages"
                + " at the unit price of this deal.");
  }

  private static Clause.Draft ofTheOperator(Clause.Draft draft) {
    return draft
        .says(
            "Within the term the transferee may operate by itself for the agreed use and take what"
                + " is due to it; it pays the price in full and in time, reports each year's"
                + " revenue truthfully, and protects all conservation facilities.")
        .says(
            "Each year, before the end of the first quarter of the next, the transferee reports"
                + " the year's revenue with evidence and pays what is to be shared to its"
                + " sub-account.");
  }

  Clause delivery() {
    Clause.Draft draft = Clause.about(Matter.DELIVERY);
    if (isCarbonSink) {
      return draft
          .says(
              "Within ten working days from the day on which %s the"
                  + " transferor moves the quantity of carbon sink named here to the transferee in"
                  + " the register of the exchange; that is the hand-over.",
              EnglishInstalments.isPaid(deal.sale()))
          .says(
              "The transferor hands over the reports of measurement and verification; the"
                  + " transaction certificate is the transferee's proof of its right.")
          .done();
    }
    draft.says(
        "Within ten working days from the day on which %s the transferor"
            + " hands the subject over where it lies and as it is; both confirm boundary, area,"
            + " facilities and the baseline of monitoring and sign a record, which is the proof of"
            + " the right to enter.",
        EnglishInstalments.isPaid(deal.sale()));
    if (deal.subject().termYears() >= REGISTRABLE_YEARS) {
      draft.says(
          "The term is five years or more, so the transferee may have the right registered;"
              + " unregistered, it does not hold against third parties in good faith.");
    }
    return draft.done();
  }

  Clause erosionControl() {
    return Clause.about(Matter.EROSION_CONTROL)
        .says(
            "Article 34 of the Soil and Water Conservation Law demands that whoever contracts land"
                + " of erosion agrees on who prevents and controls it; this clause is that"
                + " agreement.")
        .says(
            isCarbonSink
                ? "The transferor answers for preventing and controlling erosion in the watershed: it"
                    + " keeps terraces, check dams, trees and grass whole and mends flood damage in"
                    + " time."
                : "Within its area the transferee answers for preventing and controlling erosion: it"
                    + " keeps terraces, check dams, trees and grass whole and mends flood damage in"
                    + " time; to clear forest, to till along the slope and to dump soil or slag is"
                    + " forbidden.")
        .says(
            "Who causes erosion by building or operating controls it within the time set; if not,"
                + " others do so lawfully in its place and at its cost.")
        .says(
            "What is reinvested in the watershed is kept in an account of its own and spent only on"
                + " approved erosion control and upkeep; its books are public.")
        .done();
  }

  Clause monitoring() {
    return Clause.about(Matter.MONITORING)
        .says(
            "The quality of the subject is that of the baseline at hand-over and of the appraisal"
                + " report; the ecological targets of the term are: vegetation no less than the"
                + " baseline, erosion no worse, conservation measures whole.")
        .says(
            "Area, vegetation, erosion and conservation measures at hand-over are the baseline,"
                + " confirmed by both parties and the exchange.")
        .says(
            "The water authority and those whom it charges may monitor by remote sensing and on the"
                + " ground; both parties assist and do not refuse or hinder it.")
        .says(
            "If monitoring shows that the conservation function has fallen below the baseline, who"
                + " answers for it makes and carries out a plan of restoration within ninety days of"
                + " being told.")
        .done();
  }

  Clause transferAndPledge() {
    return Clause.about(Matter.TRANSFER_AND_PLEDGE)
        .says(
            isCarbonSink
                ? "If the transferee transfers the carbon sink again, that is registered at the"
                    + " exchange; the duty to share revenue goes with it."
                : "The transferee transfers the operating right again only with the transferor's"
                    + " consent in writing and filed at the exchange; the term that is left is not"
                    + " lengthened, and the duty to share revenue goes with it.")
        .says(
            "Rights or income under this contract are mortgaged or pledged only with the"
                + " transferor's consent in writing and lawful registration; %s",
            hasPledgee
                ? "a pledgee is paid by the steps of clause %d.".formatted(Matter.SHARING.number())
                : "a pledgee is paid from the pledgor's own part, and the parts of others are not"
                    + " touched.")
        .done();
  }

  Clause handback() {
    if (isCarbonSink) {
      return Clause.about(Matter.HANDBACK)
          .says(
              "The carbon sink is handed over once and no land is given back; the transferor hands"
                  + " over the reports of measurement and verification with their raw data.")
          .says("After the term of sharing the transferor goes on answering for upkeep.")
          .done();
    }
    return Clause.about(Matter.HANDBACK)
        .says(
            "When the term is over or the contract ends before, the transferee gives the subject"
                + " back within thirty days, its conservation function no worse than the baseline.")
        .says(
            "What the transferee has invested, with the transferor's prior consent in writing, to"
                + " better the land and its conservation function is compensated at its appraised"
                + " remaining value.")
        .says(
            "Under the same conditions the transferee has priority for another term, but after the"
                + " lawful priority of the collective's members.")
        .done();
  }
}
