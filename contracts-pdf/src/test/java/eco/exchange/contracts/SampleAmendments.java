package eco.exchange.contracts;

import static eco.exchange.contracts.SampleDeals.badong;

import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.AmendmentLink.Vote;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.market.ContractId;
import eco.exchange.market.OwnershipClass;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amendments of the sample contracts: what the members of a village might have voted. */
public final class SampleAmendments {

  public static final LocalDate FROM = LocalDate.of(2028, 1, 1);
  public static final String DECISION_HASH = "5e".repeat(32);

  private SampleAmendments() {}

  /** From 2028 the village of Badong gets a quarter instead of 17 %, and a ranger is paid. */
  public static Deal badongAmended() {
    return amended(badong(), terms(badong().terms(), "25"), FROM);
  }

  /** The same a second time: from 2030 the village gets 30 %. */
  public static Deal badongAmendedTwice() {
    Deal first = badongAmended();
    return amended(first, terms(badong().terms(), "30"), LocalDate.of(2030, 1, 1));
  }

  /** The same of another class of owner. */
  public static Deal amended(OwnershipClass owner) {
    Deal deal = SampleDeals.withOwner(badong(), owner);
    SharingTerms terms = terms(deal.terms(), "25");
    return switch (owner) {
      case COLLECTIVE -> amended(deal, terms, FROM);
      case STATE ->
          amended(
              deal,
              terms,
              Optional.of(new OwnersDecision("县国资中心批复〔2027〕9号", DECISION_HASH, Optional.empty())));
      case INDIVIDUAL -> amended(deal, terms, Optional.empty());
    };
  }

  /** A deal as members have voted to amend it. */
  public static Deal amended(Deal deal, SharingTerms terms, LocalDate from) {
    Vote vote = new Vote(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 8), 312, 260, 231);
    OwnersDecision decision =
        new OwnersDecision("庙坪河村股份经济合作社成员大会决议", DECISION_HASH, Optional.of(vote));
    return deal.amended(
        next(deal), DealJson.hash(deal), terms, from, "林下种植见效，成员要求提高村集体所得", Optional.of(decision));
  }

  /** A deal as it is amended by some decision. */
  public static Deal amended(Deal deal, SharingTerms terms, Optional<OwnersDecision> decision) {
    return deal.amended(next(deal), DealJson.hash(deal), terms, FROM, "新增护林员管护费", decision);
  }

  private static ContractId next(Deal deal) {
    return new ContractId(deal.contract().trade(), deal.contract().version() + 1);
  }

  /** Terms like those of the samples, by which the village gets another part of the revenue. */
  public static SharingTerms terms(SharingTerms before, String percent) {
    List<Payee> payees = new ArrayList<>(before.payees());
    payees.add(new Payee("ranger", "庙坪河护林管护专户", Principle.WATERSHED));
    return new SharingTerms(
        payees,
        List.of(
            before.waterfall(Income.PRICE),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    Step.fixed("watershed", Money.yuan("2000")),
                    Step.percent("watershed", Percentage.parse("12.5")),
                    Step.percent("investor", Percentage.parse("20")),
                    Step.group(
                        "村集体",
                        Percentage.parse(percent),
                        List.of(
                            Step.percent("fund", Percentage.parse("33.3333")),
                            Step.remainder("villagers"))),
                    Step.percent("ranger", Percentage.parse("1.5")),
                    Step.remainder("operator")))));
  }
}
