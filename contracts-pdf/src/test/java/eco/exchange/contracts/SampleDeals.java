package eco.exchange.contracts;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.sample.SampleDeal;
import eco.exchange.market.ContractId;
import eco.exchange.market.Guarantee;
import eco.exchange.market.NamedParty;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.ExampleTerms;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two real deals of 2024 to draw contracts from; how their revenue is split is made up. */
public final class SampleDeals {

  public static final String CENTRE = "示例县公共资源交易中心";
  public static final String SITE = "https://exchange.example.cn";
  public static final IssuingCentre OFFICE = new IssuingCentre(CENTRE, SITE);
  public static final Instant AWARDED = SampleDeal.AWARDED;

  /** Forty per cent at once, thirty after half a year and thirty after a year. */
  public static final PaymentPlan PLAN =
      new PaymentPlan(
          Percentage.parse("40"),
          List.of(
              new PaymentPlan.Later(Percentage.parse("30"), 6),
              new PaymentPlan.Later(Percentage.parse("30"), 12)),
          Percentage.parse("3"),
          List.of(Guarantee.BANK_GUARANTEE, Guarantee.MORTGAGE));

  private SampleDeals() {}

  /** The carbon sink of Licha in Pengyang: 36,000 tonnes for 1,116,000 yuan. */
  public static Deal pengyang() {
    return new Deal(
        new ContractId(
            TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 10, 9), 1), 1),
        SampleDeal.signatory("彭阳县盛泽水务投资有限公司", "91640425MA76FD2K5N"),
        SampleDeal.signatory("宁夏雅豪新能源科技有限公司", "91640100MA76E8QH75"),
        new Deal.Subject(
            "李岔小流域水土保持碳汇",
            RightKind.CARBON_SINK,
            new BigDecimal("36000"),
            "tCO2e",
            "640425",
            "李岔小流域",
            "宁夏固原市彭阳县李岔小流域",
            new BigDecimal("2846.5"),
            OwnershipClass.STATE,
            "彭水保碳汇〔2024〕1号",
            "李岔小流域水土保持碳汇的全部权益",
            5,
            "自愿抵消温室气体排放"),
        new Deal.Appraisal(Money.yuan("1000000"), "宁评报字〔2026〕第018号"),
        new Deal.Sale(
            TradeMethod.ENGLISH_ONLINE,
            "2025-STATE-ENGLISH_ONLINE",
            Money.yuan("1000000"),
            Money.yuan("1116000"),
            Optional.empty(),
            Money.yuan("200000"),
            Instant.parse("2026-10-09T01:00:00Z"),
            Instant.parse("2026-11-06T16:00:00Z"),
            AWARDED,
            List.of("彭阳县人民政府批准〔2026〕12号", "国有资产评估备案〔2026〕第31号")),
        SampleDeal.terms("彭阳县水土保持工作站", "彭阳县人民政府", "彭阳县盛泽水务投资有限公司"),
        Optional.of("本合同的当事人、标的与价款取自公开报道；收益分配比例未公开，文中比例为演示用示例，不代表真实约定。"));
  }

  /** The right to plant under the forest in Badong: 1,000 mu for twenty years, 1,840,000 yuan. */
  public static Deal badong() {
    return SampleDeal.numbered(0);
  }

  /**
   * The right of Badong, as if the owner's part of the revenue had been bid.
   *
   * @param told what the deal says was bid
   * @param paid what the terms pay
   */
  public static Deal badongByShare(Offer.Yearly told, Offer.Yearly paid) {
    Deal deal = badong();
    SharingTerms terms = deal.terms();
    List<Step> steps = new ArrayList<>(terms.waterfall(Income.REVENUE).steps());
    steps.addFirst(percent("owner", "1"));
    SharingTerms least =
        new SharingTerms(
            terms.payees(),
            List.of(terms.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, steps)));
    Deal.Sale sale = deal.sale();
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        new Deal.Sale(
            TradeMethod.SHARE_OF_REVENUE,
            "2025-COLLECTIVE-SHARE_OF_REVENUE",
            sale.reserve(),
            sale.reserve(),
            Optional.of(told),
            sale.deposit(),
            sale.disclosedAt(),
            sale.disclosureEndedAt(),
            sale.awardedAt(),
            sale.decisions()),
        RevenueBid.into(least, paid.rent(), paid.share()),
        deal.note());
  }

  /** The same deal as a pure sale: all cash goes to the villagers, and no revenue is shared. */
  public static Deal soldOnceAndForAll(Deal deal) {
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        new SharingTerms(
            List.of(new Payee("villagers", "村民分红专户", Principle.VILLAGERS)),
            List.of(new Waterfall(Income.PRICE, List.of(Step.remainder("villagers"))))),
        deal.note());
  }

  /** The same deal with another transferor. */
  public static Deal withTransferor(Deal deal, String name) {
    Deal.Signatory transferor =
        new Deal.Signatory(
            new NamedParty(deal.transferor().party().id(), name),
            deal.transferor().code(),
            deal.transferor().address());
    return new Deal(
        deal.contract(),
        transferor,
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        deal.terms(),
        deal.note());
  }

  /** The right of Badong with terms in which every kind of step comes up. */
  public static Deal badongByEveryStep() {
    Deal deal = badong();
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        ExampleTerms.everyStep(),
        deal.note());
  }

  /** The same deal with a transferor who is known by another code. */
  public static Deal withCode(Deal deal, String code) {
    Deal.Signatory transferor =
        new Deal.Signatory(deal.transferor().party(), code, deal.transferor().address());
    return new Deal(
        deal.contract(),
        transferor,
        deal.transferee(),
        deal.subject(),
        deal.appraisal(),
        deal.sale(),
        deal.terms(),
        deal.note());
  }

  /** The carbon sink of Pengyang, sold once and for all: without a term. */
  public static Deal onceAndForAll() {
    Deal deal = pengyang();
    return with(deal, subject(deal.subject(), deal.subject().ownership(), 0), deal.sale());
  }

  /** The same, paid in instalments. */
  public static Deal onceInInstalments() {
    return withPlan(onceAndForAll(), PLAN);
  }

  /** The same deal about the property of another class of owner. */
  public static Deal withOwner(Deal deal, OwnershipClass ownership) {
    Deal.Subject subject = deal.subject();
    return with(deal, subject(subject, ownership, subject.termYears()), deal.sale());
  }

  private static Deal.Subject subject(
      Deal.Subject subject, OwnershipClass ownership, int termYears) {
    return new Deal.Subject(
        subject.product(),
        subject.kind(),
        subject.quantity(),
        subject.unit(),
        subject.region(),
        subject.watershed(),
        subject.location(),
        subject.areaHm2(),
        ownership,
        subject.title(),
        subject.rightGranted(),
        termYears,
        subject.use());
  }

  /** The same deal, decided by these documents. */
  public static Deal decidedBy(Deal deal, List<String> decisions) {
    Deal.Sale sale = deal.sale();
    return with(deal, deal.subject(), sale(sale, sale.deposit(), decisions, sale.plan()));
  }

  /** The right of Badong, whose price is paid in instalments. */
  public static Deal inInstalments() {
    return withPlan(badong(), PLAN);
  }

  /** The same deal, paid by a plan. */
  public static Deal withPlan(Deal deal, PaymentPlan plan) {
    Deal.Sale sale = deal.sale();
    return with(
        deal, deal.subject(), sale(sale, sale.deposit(), sale.decisions(), Optional.of(plan)));
  }

  /** The right of Badong, for whose price the deposit suffices. */
  public static Deal paidByTheDeposit() {
    Deal.Sale sale = badong().sale();
    return with(
        badong(), badong().subject(), sale(sale, sale.price(), sale.decisions(), sale.plan()));
  }

  private static Deal.Sale sale(
      Deal.Sale sale, Money deposit, List<String> decisions, Optional<PaymentPlan> plan) {
    return new Deal.Sale(
        sale.method(),
        sale.ruleEdition(),
        sale.reserve(),
        sale.price(),
        sale.yearly(),
        deposit,
        sale.disclosedAt(),
        sale.disclosureEndedAt(),
        sale.awardedAt(),
        decisions,
        plan);
  }

  private static Deal with(Deal deal, Deal.Subject subject, Deal.Sale sale) {
    return new Deal(
        deal.contract(),
        deal.transferor(),
        deal.transferee(),
        subject,
        deal.appraisal(),
        sale,
        deal.terms(),
        deal.note());
  }

  private static Step percent(String payee, String percent) {
    return Step.percent(payee, Percentage.parse(percent));
  }
}
