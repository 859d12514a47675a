package eco.exchange.contracts;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.issue.CertificatePaper;
import eco.exchange.contracts.issue.DealConfirmation;
import eco.exchange.contracts.issue.DisclosureNotice;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.ReadingCopy;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.contracts.statement.VillagersNotice;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.sharing.DistributionBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A sample of every kind of paper, by the name of its golden file. */
public final class EveryPaper {

  private static final Deal BADONG = SampleDeals.badong();

  private EveryPaper() {}

  /** Every kind, as manuscripts. */
  public static Map<String, Manuscript> manuscripts() {
    Map<String, Manuscript> papers = new LinkedHashMap<>();
    for (OwnershipClass owner : OwnershipClass.values()) {
      papers.put(contract("carbon", owner), contract(SampleDeals.pengyang(), owner));
      papers.put(contract("operating", owner), contract(BADONG, owner));
      papers.put(contract("instalments", owner), contract(SampleDeals.inInstalments(), owner));
      papers.put(amendment(owner), SamplePapers.manuscript(SampleAmendments.amended(owner)));
    }
    papers.put("contract-every-step", SamplePapers.manuscript(SampleDeals.badongByEveryStep()));
    papers.put("reading-copy-carbon", readingCopy(SampleDeals.pengyang()));
    papers.put("reading-copy-operating", readingCopy(BADONG));
    papers.put("reading-copy-every-step", readingCopy(SampleDeals.badongByEveryStep()));
    papers.put("reading-copy-instalments", readingCopy(SampleDeals.inInstalments()));
    papers.put("disclosure-notice", by(notice()));
    papers.put("deal-confirmation", by(confirmation()));
    papers.put("certificate", by(certificate()));
    papers.put("disclosure-notice-instalments", by(notice(Optional.of(SampleDeals.PLAN))));
    papers.put("deal-confirmation-instalments", by(confirmation(SampleDeals.inInstalments())));
    papers.put("deal-confirmation-paid", by(confirmation(SampleDeals.paidByTheDeposit())));
    papers.put("certificate-instalments", by(certificate(SampleDeals.inInstalments())));
    papers.put("statement", by(statement()));
    papers.put("villagers-notice", by(villagersNotice()));
    return papers;
  }

  private static Manuscript by(IssuedPaper paper) {
    return paper.sheet().by(SampleDeals.OFFICE);
  }

  private static Manuscript readingCopy(Deal deal) {
    DrawnDeal drawn = new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED);
    return new ReadingCopy(drawn, SampleDeals.AWARDED).sheet().by(SampleDeals.OFFICE);
  }

  /** The name of the sample contract of a template. */
  public static String contract(String kind, OwnershipClass owner) {
    return "contract-%s-%s".formatted(kind, owner.name().toLowerCase(Locale.ROOT));
  }

  private static String amendment(OwnershipClass owner) {
    return "amendment-%s".formatted(owner.name().toLowerCase(Locale.ROOT));
  }

  private static Manuscript contract(Deal deal, OwnershipClass owner) {
    return SamplePapers.manuscript(SampleDeals.withOwner(deal, owner));
  }

  public static DisclosureNotice notice() {
    return notice(Optional.empty());
  }

  private static DisclosureNotice notice(Optional<PaymentPlan> plan) {
    Deal.Sale sale = BADONG.sale();
    Instant closes = sale.disclosureEndedAt();
    return new DisclosureNotice(
        BADONG.contract().trade(),
        BADONG.transferor().party().name(),
        new DisclosureNotice.Holders("庙坪河村股份经济合作社", "庙坪河村股份经济合作社", "绿葱坡镇人民政府（受托）"),
        BADONG.subject(),
        BADONG.appraisal(),
        sale.method(),
        List.of("报价不低于底价，每次加价为 20,000.00 元的整数倍。", "最后 5 分钟内有人报价的，竞价自该次报价起顺延 5 分钟。"),
        new DisclosureNotice.Prices(sale.reserve(), Money.yuan("20000"), sale.deposit()),
        new DisclosureNotice.Dates(
            sale.disclosedAt(),
            closes,
            closes.plus(Duration.ofDays(10)),
            closes.plus(Duration.ofDays(10).plusHours(9)),
            closes.plus(Duration.ofDays(11).plusHours(9)),
            false),
        sale.ruleEdition(),
        List.of("村民代表会议三分之二以上同意", "绿葱坡镇人民政府批准〔2026〕7号"),
        List.of("具有中药材种植经营经验和履约能力", "承诺履行水土流失防治责任"),
        BADONG.terms(),
        1,
        Optional.empty(),
        BADONG.note(),
        plan);
  }

  public static DealConfirmation confirmation() {
    return confirmation(BADONG);
  }

  private static DealConfirmation confirmation(Deal deal) {
    return new DealConfirmation(
        BADONG.contract().trade(),
        1,
        BADONG.transferor().party(),
        BADONG.transferee().party(),
        "4711",
        BADONG.subject(),
        deal.sale(),
        SampleDeals.AWARDED.plus(Duration.ofDays(7)),
        SampleDeals.AWARDED.plus(Duration.ofDays(12)),
        SampleDeals.AWARDED.plus(Duration.ofDays(8)),
        BADONG.note());
  }

  public static CertificatePaper certificate() {
    return certificate(BADONG);
  }

  private static CertificatePaper certificate(Deal deal) {
    return new CertificatePaper(
        BADONG.contract().trade().code() + "-P1",
        BADONG.contract(),
        BADONG.transferor().party().name(),
        BADONG.transferee().party().name(),
        BADONG.subject(),
        BADONG.appraisal(),
        deal.sale(),
        SampleDeals.AWARDED,
        SampleDeals.AWARDED.plus(Duration.ofDays(9)),
        BADONG.note());
  }

  /** The second year of a payee who is paid by a step within a group, with a carry. */
  public static StatementPaper statement() {
    StatementPaper first =
        SamplePapers.statement(BADONG, 2027, "123456.79", DistributionBasis.NONE, "fund");
    return SamplePapers.statement(BADONG, 2028, "223456.77", first.statement().left(), "fund");
  }

  public static VillagersNotice villagersNotice() {
    StatementPaper shared = statement();
    return new VillagersNotice(
        shared.contract(),
        shared.statement(),
        new VillagersNotice.InWords(
            BADONG.subject().product(),
            BADONG.subject().watershed(),
            BADONG.subject().rightGranted(),
            BADONG.transferor().party().name(),
            BADONG.transferee().party().name()),
        shared.distributedAt(),
        shared.note());
  }
}
