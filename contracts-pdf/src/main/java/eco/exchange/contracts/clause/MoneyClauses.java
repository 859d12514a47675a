package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.method.Offer;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.util.List;

/** The clauses on what is paid, when, and to whom compensation belongs. */
final class MoneyClauses {

  private final Deal.Sale sale;
  private final boolean isOnce;
  private final SharingTerms terms;
  private final RuleEdition rules;
  private final Sentences say;

  MoneyClauses(Deal deal, RuleEdition rules, Sentences say) {
    this.sale = deal.sale();
    this.isOnce = deal.subject().termYears() == 0;
    this.terms = deal.terms();
    this.rules = rules;
    this.say = say;
  }

  Clause price() {
    Clause.Draft draft = Clause.about(Matter.PRICE, say).says(sold()).shows(amounts());
    sale.plan()
        .ifPresentOrElse(
            plan -> new InstalmentClauses(sale, plan, terms, rules, say).addedTo(draft),
            () -> draft.says(say.of("price.at-once").with("days", rules.priceWorkingDays())));
    sale.yearly().ifPresent(bid -> draft.says(bid(bid)));
    if (sale.plan().isEmpty()) {
      draft.says(say.of("price.certificate").clause("clause", Matter.SHARING));
    }
    return draft.done();
  }

  private Sentence sold() {
    return say.of("price.sold")
        .with("method", sale.method(), TradeMethod::zh)
        .with("from", sale.disclosedAt())
        .with("until", sale.disclosureEndedAt().minusMillis(1))
        .with("awarded", sale.awardedAt())
        .with("edition", sale.ruleEdition());
  }

  private Passage amounts() {
    return Passage.Grid.pairs(
        List.of(
            amount("price.reserve", sale.reserve()),
            amount("price.price", sale.price()),
            amount("price.deposit", sale.deposit()),
            amount("price.outstanding", sale.price().minus(sale.deposit()))));
  }

  private List<String> amount(String key, Money amount) {
    return say.of(key).with("amount", amount).cells();
  }

  /** What was bid of each year's revenue, and that the clauses on sharing are made of it. */
  private Sentence bid(Offer.Yearly bid) {
    String owner =
        terms.payees().stream()
            .filter(payee -> payee.principle() == Principle.OWNS)
            .map(Payee::name)
            .findFirst()
            .orElseThrow();
    Sentence sentence =
        bid.rent().isPositive()
            ? say.of("price.bid.with-rent").with("rent", bid.rent())
            : say.of("price.bid.without-rent");
    return sentence
        .with("share", bid.share())
        .with("owner", owner)
        .clause("clause", Matter.SHARING);
  }

  Clause deposit() {
    return Clause.about(Matter.DEPOSIT, say)
        .says("deposit.becomes-price")
        .says("deposit.lost")
        .done();
  }

  Clause expropriation() {
    Clause.Draft draft = Clause.about(Matter.EXPROPRIATION, say);
    if (terms.shares(Income.COMPENSATION)) {
      draft.says(say.of("compensation.shared").clause("clause", Matter.SHARING));
    } else {
      draft.says("compensation.land").says("compensation.facilities");
    }
    // Without a term there is no part of it that is left, and none of the price to return.
    return draft.says(isOnce ? "compensation.sink-once" : "compensation.price").done();
  }
}
