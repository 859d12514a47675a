package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.clause.NumberedStep;
import eco.exchange.contracts.clause.SharingTables;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is paid, when, and how it is shared. */
final class EnglishMoney {

  private final Deal.Sale sale;
  private final SharingTerms terms;
  private final RuleEdition rules;

  EnglishMoney(Deal deal, RuleEdition rules) {
    this.sale = deal.sale();
    this.terms = deal.terms();
    this.rules = rules;
  }

  Clause price() {
    Clause.Draft draft = sold();
    sale.plan()
        .ifPresentOrElse(
            plan -> new EnglishInstalments(sale, plan, terms, rules).addedTo(draft),
            () -> draft.says("%s", atOnce()));
    sale.yearly().ifPresent(bid -> draft.says("%s", inWords(bid)));
    if (sale.plan().isEmpty()) {
      draft.says(
          "When the whole price has come in and is shared under clause %d, the exchange issues"
              + " the transaction certificate.",
          Matter.SHARING.number());
    }
    return draft.done();
  }

  private String atOnce() {
    return ("Within %d working days from the day of effect the transferee pays what is still to"
            + " be paid, at once, to the sub-account that the exchange has opened for this"
            + " contract; the price is not adjusted for profit or loss while trading lasted.")
        .formatted(rules.priceWorkingDays());
  }

  private Clause.Draft sold() {
    Money rest = sale.price().minus(sale.deposit());
    return Clause.about(Matter.PRICE)
        .says(
            "The subject was traded in public by %s; it was disclosed from %s to %s, and the"
                + " transferee was found on %s, under edition %s of the trading rules.",
            EnglishWording.method(sale.method()),
            EnglishWording.day(sale.disclosedAt()),
            EnglishWording.day(sale.disclosureEndedAt().minusMillis(1)),
            EnglishWording.day(sale.awardedAt()),
            sale.ruleEdition())
        .shows(
            Passage.Grid.pairs(
                List.of(
                    List.of("Reserve", EnglishWording.amount(sale.reserve())),
                    List.of("Price", EnglishWording.amount(sale.price())),
                    List.of("Deposit paid", EnglishWording.amount(sale.deposit())),
                    List.of("Still to be paid", EnglishWording.amount(rest)))));
  }

  private String inWords(Offer.Yearly bid) {
    String owner =
        terms.payees().stream()
            .filter(payee -> payee.principle() == Principle.OWNS)
            .map(Payee::name)
            .findFirst()
            .orElseThrow();
    return ("The transferee has bid, for each year, a rent of %s and %s of the revenue, both for %s;"
            + " clause %d counts them in.")
        .formatted(EnglishWording.amount(bid.rent()), bid.share(), owner, Matter.SHARING.number());
  }

  Clause deposit() {
    return Clause.about(Matter.DEPOSIT)
        .says(
            "When this contract takes effect the transferee's deposit becomes part of the price,"
                + " without interest.")
        .says(
            "If the transferee refuses without good reason to pay the price in full, the deposit is"
                + " not returned; damage beyond the deposit is made good.")
        .done();
  }

  Clause expropriation() {
    Clause.Draft draft = Clause.about(Matter.EXPROPRIATION);
    if (terms.shares(Income.COMPENSATION)) {
      draft.says(
          "If the subject is lawfully expropriated, requisitioned or occupied, the compensation is"
              + " shared under clause %d.",
          Matter.SHARING.number());
    } else {
      draft
          .says(
              "If the subject is lawfully expropriated, requisitioned or occupied, the compensation"
                  + " for land and natural resources is the owner's.")
          .says(
              "The compensation for facilities, trees and conservation measures in which the"
                  + " transferee has invested is the transferee's; for those of the former investor,"
                  + " the former investor's.");
    }
    return draft
        .says(
            "The price for the rest of the term is returned to the transferee in the proportion of"
                + " the unused days to the whole term; it is taken from the compensation first.")
        .done();
  }

  Clause sharing() {
    Clause.Draft draft =
        Clause.about(Matter.SHARING)
            .says(
                "By the principle that who invests, who owns and who operates shall benefit, income"
                    + " is shared among the following payees.")
            .shows(payees());
    terms.waterfalls().stream()
        .map(Waterfall::income)
        .sorted()
        .forEach(
            income ->
                draft
                    .says(
                        "When %s has come in it is shared by the steps of the table, in order."
                            + " Percentages are of the whole that enters the table or the group; no"
                            + " step takes more than is left.",
                        EnglishWording.income(income))
                    .shows(steps(income)));
    if (TermsJson.form(terms).equals(TermsJson.SECOND_FORM)) {
      draft.says("%s", grounds());
    }
    return rounded(draft)
        .says(
            "The exchange shares by this clause alone and takes no instruction that differs from"
                + " it. The attached terms.json of the contract is this clause as data; its"
                + " fingerprint follows.")
        .shows(new SharingTables(terms).hash())
        .done();
  }

  private static Clause.Draft rounded(Clause.Draft draft) {
    return draft.says(
        "Rounding and residue: what each is due is computed exactly, unrounded, with what"
            + " earlier distributions of the same kind of income have left it short of or ahead"
            + " by; whole fen are paid, and the fen that are left over go one each to those with"
            + " the largest unpaid fraction, of equals in the order of the payees; what is paid"
            + " too little or too much is carried to the next distribution of the same kind. The"
            + " payments always make the whole income, to the fen. Fixed sums are not rounded.");
  }

  private String grounds() {
    return "Least and most count for each year's income of one kind; what is recovered counts over"
        + " the whole term. Every distribution tells on its statement the residue, the sums"
        + " recovered, the debts on pledges and the monitored erosion on which it depends."
        + Arrays.stream(Income.values()).map(this::unlisted).collect(Collectors.joining());
  }

  private String unlisted(Income income) {
    if (!terms.shares(income)) {
      return " This clause does not share %s; that is agreed apart."
          .formatted(EnglishWording.income(income));
    }
    Income like = terms.waterfall(income).income();
    return like == income
        ? ""
        : " As for %s, it is shared by the steps for %s."
            .formatted(EnglishWording.income(income), EnglishWording.income(like));
  }

  private Passage payees() {
    return new Passage.Grid(
        List.of(
            new Column("Payee", 8, Side.LEFT),
            new Column("Ground", 6, Side.LEFT),
            new Column("Key", 4, Side.LEFT)),
        terms.payees().stream()
            .map(it -> List.of(it.name(), EnglishWording.principle(it.principle()), it.key()))
            .toList(),
        false);
  }

  private Passage steps(Income income) {
    return new Passage.Grid(
        List.of(
            new Column("Step", 2, Side.LEFT),
            new Column("Payee", 6, Side.LEFT),
            new Column("Rule", 10, Side.LEFT)),
        NumberedStep.of(terms, income).stream()
            .map(EnglishStep::new)
            .map(step -> List.of(step.numbered().number(), step.whom(terms), step.rule()))
            .toList(),
        false);
  }
}
