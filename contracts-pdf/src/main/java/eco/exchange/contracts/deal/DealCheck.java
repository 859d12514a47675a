package eco.exchange.contracts.deal;

import eco.exchange.contracts.deal.DealFault.Code;
import eco.exchange.contracts.print.manuscript.PrintableText;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.rulebook.CompulsorySharing;
import eco.exchange.rulebook.InstalmentLimits;
import eco.exchange.rulebook.PaymentPlanCheck;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The check of a deal: everything for which no contract may be drawn from it. */
public final class DealCheck {

  private static final int NAME_MAX = 200;
  private static final int TEXT_MAX = 2000;
  private static final int YEARS_MAX = 100;
  // A citizen number is a secret of its owner: no paper bears the day of birth that it tells.
  private static final Pattern MASKED = Pattern.compile("\\d{6}\\*{8}\\d{3}[0-9X]");
  private static final Rulebook RULES = Rulebook.published();

  private final List<DealFault> faults = new ArrayList<>();

  private DealCheck() {}

  /** Every fault; none if a contract may be drawn. */
  public static List<DealFault> faultsOf(Deal deal) {
    DealCheck check = new DealCheck();
    check.parties(deal);
    check.subject(deal.subject());
    check.sale(deal.sale(), deal.terms(), sold(deal), isApproved(deal));
    deal.sale().yearly().ifPresent(bid -> check.bid(deal.terms(), bid));
    TermsCheck.faultsOf(deal.terms())
        .forEach(fault -> check.add(Code.TERMS, fault.code() + ": " + fault.detail()));
    deal.amends().ifPresent(amends -> check.amendment(deal, amends));
    MandatoryMatter.unsaidIn(deal).forEach(check::clause);
    check.texts(deal);
    return List.copyOf(check.faults);
  }

  private void parties(Deal deal) {
    if (deal.transferor().party().id().equals(deal.transferee().party().id())) {
      add(Code.DEAL, "the transferor and the transferee are one and the same");
    }
  }

  private void amendment(Deal deal, AmendmentLink amends) {
    AmendmentCheck.faultsOf(deal, amends)
        .forEach(fault -> add(Code.AMENDMENT, fault + ": " + fault.words()));
    text("reason for the amendment", amends.reason(), TEXT_MAX);
    amends.decision().ifPresent(paper -> text("decision document", paper.document(), NAME_MAX));
  }

  private void clause(MandatoryMatter missing) {
    add(
        Code.CLAUSE,
        "%s: there is no clause %s, which the law demands (%s)"
            .formatted(missing, missing.matter(), missing.law()));
  }

  private void subject(Deal.Subject subject) {
    int yearsMin = subject.kind() == RightKind.CARBON_SINK ? 0 : 1;
    must(
        subject.termYears() >= yearsMin && subject.termYears() <= YEARS_MAX,
        "a term of %d years; %d to %d are allowed"
            .formatted(subject.termYears(), yearsMin, YEARS_MAX));
    must(isPositive(subject.quantity()), "the quantity is not more than nothing");
    must(isPositive(subject.areaHm2()), "the area is not more than nothing");
  }

  private void sale(
      Deal.Sale sale, SharingTerms terms, CompulsorySharing.Sale sold, boolean isApproved) {
    must(sale.reserve().isPositive(), "the reserve is not more than nothing");
    must(
        !sale.price().isBelow(sale.reserve()),
        "the price %s is under the reserve %s".formatted(sale.price(), sale.reserve()));
    must(
        !sale.deposit().isBelow(Money.ZERO) && !sale.price().isBelow(sale.deposit()),
        "the deposit %s is over the price %s, or under nothing"
            .formatted(sale.deposit(), sale.price()));
    must(
        sale.disclosedAt().isBefore(sale.disclosureEndedAt())
            && !sale.awardedAt().isBefore(sale.disclosureEndedAt()),
        "the disclosure and the award are out of order");
    try {
      RuleEdition edition = RULES.edition(sale.ruleEdition());
      sale.plan().ifPresent(plan -> plan(plan, sale, terms, edition.instalments()));
      if (!isApproved) {
        sharing(edition.compulsory(), terms, sold);
      }
    } catch (IllegalArgumentException unknown) {
      add(Code.DEAL, "unknown edition of the rules: " + unknown.getMessage());
    }
  }

  private static CompulsorySharing.Sale sold(Deal deal) {
    return new CompulsorySharing.Sale(
        deal.subject().kind(), deal.subject().termYears(), deal.sale().price());
  }

  /** Whether a document beside the decision to sell, or that of an amendment, consents. */
  private static boolean isApproved(Deal deal) {
    long documents =
        deal.sale().decisions().stream().filter(it -> !it.isBlank()).distinct().count();
    return documents > 1 || deal.amends().flatMap(AmendmentLink::decision).isPresent();
  }

  private void sharing(CompulsorySharing rules, SharingTerms terms, CompulsorySharing.Sale sold) {
    if (TermsCheck.faultsOf(terms).isEmpty() && sold.price().isPositive()) {
      rules
          .faultsOf(terms, sold)
          .forEach(fault -> add(Code.TERMS, fault.code() + ": " + fault.detail()));
    }
  }

  private void plan(PaymentPlan plan, Deal.Sale sale, SharingTerms terms, InstalmentLimits limits) {
    PaymentPlanCheck.faultsOf(plan, sale.price(), terms, limits)
        .forEach(fault -> add(Code.DEAL, fault + ": " + fault.words()));
    must(
        !plan.principals(sale.price()).getFirst().isBelow(sale.deposit()),
        "the deposit %s is over the first instalment".formatted(sale.deposit()));
  }

  // Whoever has the bid, and then the terms, must find the one in the other.
  private void bid(SharingTerms terms, Offer.Yearly bid) {
    must(
        !TermsCheck.faultsOf(terms).isEmpty()
            || RevenueBid.faultsOf(terms, bid.rent(), bid.share(), bid.share()).isEmpty(),
        "the sharing terms do not pay the rent %s and the share %s that were bid"
            .formatted(bid.rent(), bid.share()));
  }

  private void texts(Deal deal) {
    signatory("transferor", deal.transferor());
    signatory("transferee", deal.transferee());
    Deal.Subject subject = deal.subject();
    text("product", subject.product(), NAME_MAX);
    text("unit of quantity", subject.unit(), NAME_MAX);
    text("region code", subject.region(), NAME_MAX);
    text("watershed", subject.watershed(), NAME_MAX);
    text("location", subject.location(), TEXT_MAX);
    text("number of the title", subject.title(), NAME_MAX);
    text("right granted", subject.rightGranted(), TEXT_MAX);
    text("use", subject.use(), TEXT_MAX);
    deal.sale().decisions().forEach(paper -> text("decision document", paper, NAME_MAX));
    text("number of the appraisal", deal.appraisal().report(), NAME_MAX);
    deal.note().ifPresent(note -> text("note", note, TEXT_MAX));
    for (Payee payee : deal.terms().payees()) {
      text("key of a payee", payee.key(), NAME_MAX);
      text("name of a payee", payee.name(), NAME_MAX);
    }
    deal.terms().waterfalls().forEach(waterfall -> groups(waterfall.steps()));
  }

  private void signatory(String role, Deal.Signatory signatory) {
    text("name of the " + role, signatory.party().name(), NAME_MAX);
    text("code of the " + role, signatory.code(), NAME_MAX);
    must(
        CreditCode.of(signatory.code()).isPresent() || MASKED.matcher(signatory.code()).matches(),
        "the code of the %s is neither a credit code nor a masked citizen number".formatted(role));
    signatory.address().ifPresent(address -> text("address of the " + role, address, TEXT_MAX));
  }

  // Terms without faults are not nested deeper than they may be; others are refused anyway.
  private void groups(List<Step> steps) {
    for (Step step : steps) {
      if (!(step.taker() instanceof Taker.One)) {
        text("name of a group", step.taker().name(), NAME_MAX);
        groups(step.taker().steps());
      }
    }
  }

  private void text(String name, String text, int lengthMax) {
    if (text.isBlank()) {
      add(Code.TEXT, "the %s is missing".formatted(name));
    } else if (text.length() > lengthMax) {
      add(
          Code.TEXT,
          "the %s has %d characters; at most %d are taken"
              .formatted(name, text.length(), lengthMax));
    } else {
      PrintableText.faultOf(text)
          .ifPresent(
              sign ->
                  add(
                      Code.TEXT,
                      "the %s has a sign that cannot be printed: %s".formatted(name, sign)));
    }
  }

  private static boolean isPositive(BigDecimal number) {
    return number.signum() > 0;
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      add(Code.DEAL, otherwise);
    }
  }

  private void add(Code code, String detail) {
    faults.add(new DealFault(code, detail));
  }
}
