package eco.exchange.contracts.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DealFault;
import eco.exchange.contracts.deal.DealFault.Code;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClausesTest {

  static List<Deal> deals() {
    return List.of(SampleDeals.pengyang(), SampleDeals.badong(), SampleDeals.badongByEveryStep());
  }

  @ParameterizedTest
  @MethodSource("deals")
  void every_matter_has_one_clause_in_order(Deal deal) {
    for (Sentences say : List.of(Sentences.CHINESE, Sentences.ENGLISH)) {
      assertThat(Clauses.of(drawn(deal), say))
          .allSatisfy(clause -> assertThat(clause.section().passages()).isNotEmpty())
          .extracting(Clause::matter)
          .containsExactly(Matter.values());
    }
  }

  @ParameterizedTest
  @MethodSource("deals")
  void the_print_states_what_was_agreed(Deal deal) {
    assertThat(words(deal))
        .contains(deal.transferor().party().name(), deal.transferee().party().name())
        .contains(deal.subject().watershed(), deal.subject().location())
        .contains(
            ChineseWording.full(deal.sale().price()), ChineseWording.full(deal.sale().deposit()))
        .contains("第三十四条", "电子签名法", "征收")
        .contains(ChineseWording.grouped(TermsJson.hash(deal.terms())))
        .contains(deal.note().orElseThrow());
  }

  @Test
  void an_amount_stands_in_figures_and_in_capitals() {
    assertThat(ChineseWording.full(Money.yuan("1840000")))
        .isEqualTo("人民币1,840,000.00元（大写：人民币壹佰捌拾肆万元整）");
  }

  @ParameterizedTest
  @MethodSource("deals")
  void the_worked_price_is_what_settlement_will_pay(Deal deal) {
    Distribution paid =
        deal.terms().distribute(Income.PRICE, deal.sale().price(), DistributionBasis.NONE);
    String words = words(deal);

    for (Distribution.Part part : paid.parts()) {
      String row =
          "\n%s\n%s\n"
              .formatted(
                  deal.terms().payee(part.payee()).name(), ChineseWording.figures(part.amount()));
      assertThat(words).contains(row);
    }
  }

  @Test
  void every_kind_of_step_is_put_in_words() {
    Deal deal = SampleDeals.badongByEveryStep();
    assertThat(DealCheck.faultsOf(deal)).isEmpty();
    assertThat(words(deal))
        .contains("已登记的质权到期应付的债务，数额以分配单所载为准")
        .contains("收入全额的12.5%；监测侵蚀模数超过2,500吨/（平方千米·年）或者未监测的，再加5个百分点")
        .contains("收入全额的25%，直至从本项收入累计收回" + ChineseWording.full(Money.yuan("1000000")))
        .contains("收入全额分段计算：0.00元以上的部分5%，100,000.00元以上的部分8%")
        .contains("；保底" + ChineseWording.full(Money.yuan("8000")))
        .contains("；封顶" + ChineseWording.full(Money.yuan("50000")))
        .contains("先提取公积金、公益金，成员所得按人口分配，以2026年12月31日在册的成员为准")
        .contains("本组全额的1/3")
        .contains("补偿到账后，依次按下表各步分配")
        .contains("分期价款按成交价款的步骤分配。违约金按年度经营收入的步骤分配。")
        .contains("占用的，补偿按第十二条分配", "质权人依第十二条所列步骤受偿")
        .doesNotContain("不按本条分配", "从出质方应得份额中受偿");
  }

  @Test
  void the_worked_years_show_what_is_assumed_recovered_and_recognised() {
    assertThat(words(SampleDeals.badongByEveryStep()))
        .contains("监测侵蚀模数（吨/（平方千米·年））\n2,500\n2,501\n未监测")
        .contains("应付质权人银行（元）\n9,000.00\n4,500.00\n0.00")
        // A quarter of 90,000.00, then of 120,000.01, then of 60,000.01.
        .contains("县水土保持治理投资方\n22,500.00\n52,500.0025\n67,500.005")
        .contains("在20个受益年度内逐年确认为收入，不得一次分光：前19年每年27,600.00元，最后一年27,600.00元");
  }

  @Test
  void terms_of_the_first_form_say_nothing_of_what_they_cannot_do() {
    assertThat(words(SampleDeals.badong())).doesNotContain("保底", "监测侵蚀模数", "累计收回");
  }

  @Test
  void whose_property_it_is_decides_what_is_said_of_the_decision() {
    Deal deal = SampleDeals.badong();
    assertThat(words(SampleDeals.withOwner(deal, OwnershipClass.STATE))).contains("标的为国有资产");
    assertThat(words(SampleDeals.withOwner(deal, OwnershipClass.COLLECTIVE))).contains("成员有权查阅");
    assertThat(words(SampleDeals.withOwner(deal, OwnershipClass.INDIVIDUAL)))
        .contains("转让收益归承包农户所有");
  }

  @Test
  void a_deal_that_nobody_has_decided_lacks_the_clause_on_it() {
    for (List<String> nothing : List.of(List.<String>of(), List.of(" "))) {
      assertThat(DealCheck.faultsOf(SampleDeals.decidedBy(SampleDeals.badong(), nothing)))
          .filteredOn(fault -> fault.code() == Code.CLAUSE)
          .singleElement()
          .satisfies(fault -> assertThat(fault.detail()).startsWith("DECISION_OF_MEMBERS: "));
    }
  }

  @Test
  void a_citizen_number_that_is_not_masked_is_a_fault() {
    Deal deal = SampleDeals.badong();
    assertThat(DealCheck.faultsOf(SampleDeals.withCode(deal, "110105********002X"))).isEmpty();
    assertThat(DealCheck.faultsOf(SampleDeals.withCode(deal, "11010519491231002X")))
        .extracting(DealFault::code)
        .containsExactly(Code.DEAL);
  }

  @Test
  void a_carbon_sink_is_handed_over_once_and_a_right_is_handed_back() {
    assertThat(words(SampleDeals.pengyang())).contains("一次性交割", "CCER").doesNotContain("经营期限");
    assertThat(words(SampleDeals.badong())).contains("经营期限为20年", "交还标的");
  }

  @ParameterizedTest
  @MethodSource("deals")
  void a_deal_survives_its_file(Deal deal) {
    DrawnDeal drawn = drawn(deal);
    String json = json(drawn);

    DrawnDeal read = DealJson.read(json, List.of(deal.terms()));

    assertThat(json(read)).isEqualTo(json);
    assertThat(read.deal().terms()).isEqualTo(deal.terms());
    assertThat(Clauses.manuscript(read)).isEqualTo(Clauses.manuscript(drawn));
  }

  @Test
  void a_file_with_other_terms_or_an_unknown_field_is_refused() {
    Deal deal = SampleDeals.badong();
    String json = json(new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED));

    assertThatThrownBy(() -> DealJson.read(json, List.of(SampleDeals.pengyang().terms())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                DealJson.read(
                    json.replace("\"centre\"", "\"more\":1,\"centre\""), List.of(deal.terms())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_bid_of_each_years_revenue_is_printed_and_stands_in_the_clauses_and_the_file() {
    Offer.Yearly bid = new Offer.Yearly(Money.yuan("12000"), Percentage.parse("22.5"));
    Deal deal = SampleDeals.badongByShare(bid, bid);
    DrawnDeal drawn = new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED);

    assertThat(DealCheck.faultsOf(deal)).isEmpty();
    assertThat(words(deal))
        .contains("每年固定租金" + ChineseWording.full(bid.rent()))
        .contains("年度经营收入分成比例22.5 %，均归庙坪河村股份经济合作社")
        .contains("收益分成竞价");
    assertThat(DealJson.read(json(drawn), List.of(deal.terms()))).isEqualTo(drawn);
    assertThat(words(SampleDeals.badong())).doesNotContain("分成比例");
  }

  @Test
  void instalments_are_printed_with_amounts_days_interest_and_guarantee_and_survive_their_file() {
    Deal deal = SampleDeals.inInstalments();
    DrawnDeal drawn = drawn(deal);

    assertThat(DealCheck.faultsOf(deal)).isEmpty();
    assertThat(words(deal))
        .contains("第1期\n40%\n736,000.00\n本合同生效之日起5个工作日内")
        .contains("第3期\n30%\n552,000.00\n本合同生效之日起满12个月之日")
        .contains("年利率3%（同期银行贷款利率）", "方式为银行保函或者抵押", "第十二条成交价款的步骤分配")
        .doesNotContain("一次性付至", "价款全部到账并按");
    assertThat(DealJson.read(json(drawn), List.of(deal.terms()))).isEqualTo(drawn);
    assertThat(DealJson.hash(deal)).isNotEqualTo(DealJson.hash(SampleDeals.badong()));
  }

  @Test
  void a_deal_that_is_paid_at_once_says_nothing_of_instalments_so_that_its_hash_stays() {
    assertThat(words(SampleDeals.badong())).doesNotContain("首期");
    assertThat(json(drawn(SampleDeals.badong()))).doesNotContain("plan");
    assertThat(DealJson.hash(SampleDeals.badong()))
        .isEqualTo("58db208ffcae00d1dae396fae1ec396bad5211db5c22b52e2ee1b7b4ed04be5a");
  }

  @Test
  void the_example_of_instalments_is_the_first_that_settlement_will_share() {
    Deal deal = SampleDeals.inInstalments();
    Distribution first =
        deal.terms().distribute(Income.INSTALMENT, Money.yuan("736000"), DistributionBasis.NONE);

    assertThat(words(deal)).contains("首期价款和假定的三个年度经营收入");
    for (Distribution.Part part : first.parts()) {
      String name = deal.terms().payee(part.payee()).name();
      assertThat(words(deal))
          .contains("\n%s\n%s\n".formatted(name, ChineseWording.figures(part.amount())));
    }
  }

  @Test
  void a_plan_that_the_rules_forbid_is_a_fault_of_the_deal() {
    PaymentPlan plan =
        new PaymentPlan(
            Percentage.parse("19"),
            List.of(new PaymentPlan.Later(Percentage.parse("81"), 13)),
            Percentage.parse("3"),
            List.of());

    assertThat(DealCheck.faultsOf(SampleDeals.withPlan(SampleDeals.badong(), plan)))
        .extracting(DealFault::detail)
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("FIRST_TOO_SMALL"),
            fault -> assertThat(fault).startsWith("TOO_LONG"),
            fault -> assertThat(fault).startsWith("NO_GUARANTEE"),
            fault -> assertThat(fault).contains("over the first instalment"));
  }

  @Test
  void terms_that_pay_another_share_than_was_bid_are_a_fault() {
    Offer.Yearly bid = new Offer.Yearly(Money.yuan("12000"), Percentage.parse("22.5"));
    for (Offer.Yearly other :
        List.of(
            new Offer.Yearly(bid.rent(), Percentage.parse("22.4999")),
            new Offer.Yearly(Money.yuan("11999.99"), bid.share()),
            new Offer.Yearly(Money.ZERO, bid.share()))) {
      assertThat(DealCheck.faultsOf(SampleDeals.badongByShare(bid, other)))
          .extracting(DealFault::code)
          .containsExactly(Code.DEAL);
    }
  }

  @Test
  void every_fault_is_told_at_once() {
    Deal deal = SampleDeals.withTransferor(SampleDeals.badong(), "甲\u202E乙");
    Deal faulty =
        new Deal(
            deal.contract(),
            deal.transferor(),
            deal.transferee(),
            deal.subject(),
            deal.appraisal(),
            new Deal.Sale(
                deal.sale().method(),
                "no such edition",
                deal.sale().reserve(),
                Money.yuan("1"),
                Optional.empty(),
                deal.sale().deposit(),
                deal.sale().disclosedAt(),
                deal.sale().disclosureEndedAt(),
                deal.sale().disclosedAt(),
                List.of()),
            new SharingTerms(List.of(), List.of()),
            deal.note());

    assertThat(DealCheck.faultsOf(faulty))
        .extracting(DealFault::code)
        .contains(Code.DEAL, Code.TERMS, Code.CLAUSE, Code.TEXT)
        .filteredOn(Code.DEAL::equals)
        .hasSize(4);
  }

  private static DrawnDeal drawn(Deal deal) {
    return new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED);
  }

  private static String words(Deal deal) {
    return SamplePapers.manuscript(deal).lines().stream()
        .map(Manuscript.Line::text)
        .collect(Collectors.joining("\n"));
  }

  private static String json(DrawnDeal drawn) {
    return DealJson.write(drawn, Clauses.templateOf(drawn));
  }
}
