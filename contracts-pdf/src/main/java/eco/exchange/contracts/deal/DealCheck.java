package eco.exchange.contracts.deal;

import eco.exchange.contracts.deal.DealFault.Code;
import eco.exchange.contracts.print.manuscript.PrintableText;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.RightKind;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
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

/** Finds everything for which no contract may be drawn from a deal. */
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
    check.sale(deal.sale(), deal.terms());
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
      add(Code.DEAL, "转让方与受让方为同一主体 (the parties are one and the same)");
    }
  }

  private void amendment(Deal deal, AmendmentLink amends) {
    AmendmentCheck.faultsOf(deal, amends)
        .forEach(fault -> add(Code.AMENDMENT, fault + ": " + fault.zh()));
    text("修改缘由", amends.reason(), TEXT_MAX);
    amends.decision().ifPresent(paper -> text("决策文件", paper.document(), NAME_MAX));
  }

  private void clause(MandatoryMatter missing) {
    add(
        Code.CLAUSE,
        "%s: 合同缺少“%s”条款，%s (clause missing)"
            .formatted(missing, missing.matter().zh(), missing.law()));
  }

  private void subject(Deal.Subject subject) {
    int yearsMin = subject.kind() == RightKind.CARBON_SINK ? 0 : 1;
    must(
        subject.termYears() >= yearsMin && subject.termYears() <= YEARS_MAX,
        "期限%d年不合规定 (term of %d years)".formatted(subject.termYears(), subject.termYears()));
    must(isPositive(subject.quantity()), "数量须大于零 (quantity must be positive)");
    must(isPositive(subject.areaHm2()), "面积须大于零 (area must be positive)");
  }

  private void sale(Deal.Sale sale, SharingTerms terms) {
    must(sale.reserve().isPositive(), "底价须大于零 (reserve must be positive)");
    must(
        !sale.price().isBelow(sale.reserve()),
        "成交价%s低于底价%s (price under reserve)".formatted(sale.price(), sale.reserve()));
    must(
        !sale.deposit().isBelow(Money.ZERO) && !sale.price().isBelow(sale.deposit()),
        "保证金%s超出成交价 (deposit over price)".formatted(sale.deposit()));
    must(
        sale.disclosedAt().isBefore(sale.disclosureEndedAt())
            && !sale.awardedAt().isBefore(sale.disclosureEndedAt()),
        "披露与成交时间顺序有误 (disclosure and award out of order)");
    try {
      RuleEdition edition = RULES.edition(sale.ruleEdition());
      sale.plan().ifPresent(plan -> plan(plan, sale, terms, edition.instalments()));
    } catch (IllegalArgumentException unknown) {
      add(Code.DEAL, "交易规则版本不存在 (%s)".formatted(unknown.getMessage()));
    }
  }

  private void plan(PaymentPlan plan, Deal.Sale sale, SharingTerms terms, InstalmentLimits limits) {
    PaymentPlanCheck.faultsOf(plan, sale.price(), terms, limits)
        .forEach(fault -> add(Code.DEAL, "%s: %s (instalments)".formatted(fault, fault.zh())));
    must(
        !plan.principals(sale.price()).getFirst().isBelow(sale.deposit()),
        "保证金%s超出首期价款 (deposit over the first instalment)".formatted(sale.deposit()));
  }

  // Whoever has the bid, and then the terms, must find the one in the other.
  private void bid(SharingTerms terms, Offer.Yearly bid) {
    must(
        !TermsCheck.faultsOf(terms).isEmpty()
            || RevenueBid.faultsOf(terms, bid.rent(), bid.share(), bid.share()).isEmpty(),
        "分配条款与报出的租金%s、分成比例%s不符 (terms do not pay what was bid)".formatted(bid.rent(), bid.share()));
  }

  private void texts(Deal deal) {
    signatory("转让方", deal.transferor());
    signatory("受让方", deal.transferee());
    Deal.Subject subject = deal.subject();
    text("产品名称", subject.product(), NAME_MAX);
    text("数量单位", subject.unit(), NAME_MAX);
    text("行政区划代码", subject.region(), NAME_MAX);
    text("小流域", subject.watershed(), NAME_MAX);
    text("位置", subject.location(), TEXT_MAX);
    text("权属证书编号", subject.title(), NAME_MAX);
    text("转让的权利", subject.rightGranted(), TEXT_MAX);
    text("用途", subject.use(), TEXT_MAX);
    deal.sale().decisions().forEach(paper -> text("决策文件", paper, NAME_MAX));
    text("评估报告编号", deal.appraisal().report(), NAME_MAX);
    deal.note().ifPresent(note -> text("说明", note, TEXT_MAX));
    for (Payee payee : deal.terms().payees()) {
      text("收款方代号", payee.key(), NAME_MAX);
      text("收款方", payee.name(), NAME_MAX);
    }
    deal.terms().waterfalls().forEach(waterfall -> groups(waterfall.steps()));
  }

  private void signatory(String role, Deal.Signatory signatory) {
    text(role, signatory.party().name(), NAME_MAX);
    text(role + "证件代码", signatory.code(), NAME_MAX);
    must(
        CreditCode.of(signatory.code()).isPresent() || MASKED.matcher(signatory.code()).matches(),
        role + "证件代码既不是统一社会信用代码，也不是隐去生日的身份证号码 (code neither of a body nor masked)");
    signatory.address().ifPresent(address -> text(role + "住所", address, TEXT_MAX));
  }

  // Terms without faults are not nested deeper than they may be; others are refused anyway.
  private void groups(List<Step> steps) {
    for (Step step : steps) {
      if (!(step.taker() instanceof Taker.One)) {
        text("分组名称", step.taker().name(), NAME_MAX);
        groups(step.taker().steps());
      }
    }
  }

  private void text(String name, String text, int lengthMax) {
    if (text.isBlank()) {
      add(Code.TEXT, "%s为空 (missing)".formatted(name));
    } else if (text.length() > lengthMax) {
      add(Code.TEXT, "%s过长：%d字，最多%d字 (too long)".formatted(name, text.length(), lengthMax));
    } else {
      PrintableText.faultOf(text)
          .ifPresent(
              sign -> add(Code.TEXT, "%s含有无法印制的字符 %s (unprintable sign)".formatted(name, sign)));
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
