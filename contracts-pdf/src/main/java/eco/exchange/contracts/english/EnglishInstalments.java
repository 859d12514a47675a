package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.Clause;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A price that is paid in instalments. */
final class EnglishInstalments {

  private final Deal.Sale sale;
  private final PaymentPlan plan;
  private final SharingTerms terms;
  private final RuleEdition rules;

  EnglishInstalments(Deal.Sale sale, PaymentPlan plan, SharingTerms terms, RuleEdition rules) {
    this.sale = sale;
    this.plan = plan;
    this.terms = terms;
    this.rules = rules;
  }

  /** That all is done that must be before what was sold is handed over. */
  static String isPaid(Deal.Sale sale) {
    return sale.plan().isPresent()
        ? "the first instalment is in and the guarantee accepted"
        : "the price is paid in full";
  }

  Clause.Draft addedTo(Clause.Draft draft) {
    return guaranteed(due(draft));
  }

  private Clause.Draft due(Clause.Draft draft) {
    return draft
        .says(
            "As the notice said, the price is paid in %d instalments, each with the principal and by"
                + " the day of the table; a day on which nobody works gives way to the next working"
                + " day.",
            plan.later().size() + 1)
        .shows(schedule())
        .says(
            "The deposit, which has become price, is set off against the first instalment; the rest"
                + " of it goes to the sub-account that the exchange has opened for this contract, and"
                + " each later instalment to a sub-account of its own. The price is not adjusted for"
                + " profit or loss while trading lasted.")
        .says(
            "Later instalments bear interest at %s a year (the bank loan rate of the same period):"
                + " simple interest for the actual days from the day after the period for the first"
                + " ends to the day on which the instalment is due, of 365 a year, to the nearest"
                + " fen, paid with the principal. Paying earlier does not lessen it.",
            plan.yearlyRate());
  }

  private Clause.Draft guaranteed(Clause.Draft draft) {
    return draft
        .says(
            "The transferee gives a lawful and effective guarantee that the transferor accepts for"
                + " the principal and interest of the later instalments: %s. When the transferor has"
                + " accepted it, its document is registered with the exchange.",
            plan.guarantees().stream()
                .map(EnglishWording::guarantee)
                .collect(Collectors.joining(" or ")))
        .says(
            "If any instalment is late and is not paid within a reasonable time after a reminder,"
                + " the transferor may call the guarantee; if what is due and unpaid comes to a fifth"
                + " of the price, the transferor may demand the whole price or terminate.")
        .says(
            "When the first instalment has come in and the transferor has accepted the guarantee,"
                + " the exchange issues the transaction certificate. Each instalment, with its"
                + " interest, is shared when it has come in, by the steps of clause %d for %s.",
            Matter.SHARING.number(),
            EnglishWording.income(terms.waterfall(Income.INSTALMENT).income()));
  }

  private Passage schedule() {
    List<Money> principals = plan.principals(sale.price());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(
            1,
            plan.first().toString(),
            principals,
            "within %d working days from the day of effect".formatted(rules.priceWorkingDays())));
    for (PaymentPlan.Later later : plan.later()) {
      rows.add(
          row(
              rows.size() + 1,
              later.part().toString(),
              principals,
              "%d months after the day of effect".formatted(later.months())));
    }
    rows.add(List.of("Total", "100 %", EnglishWording.amount(sale.price()), ""));
    return new Passage.Grid(
        List.of(
            new Column("No.", 2, Side.LEFT),
            new Column("Part", 2, Side.RIGHT),
            new Column("Principal", 4, Side.RIGHT),
            new Column("Due", 7, Side.LEFT)),
        rows,
        true);
  }

  private static List<String> row(int number, String part, List<Money> principals, String due) {
    return List.of(
        Integer.toString(number), part, EnglishWording.amount(principals.get(number - 1)), due);
  }
}
