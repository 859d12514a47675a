package eco.exchange.portal;

import eco.exchange.contracts.clause.InstalmentClauses;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.settlement.fund.FundEntry;
import eco.exchange.sharing.Occasion;
import eco.exchange.tradefile.TradeFile;
import io.quarkus.qute.TemplateExtension;

/**
 * The wording of what stands on the pages only: captions, payments, and how a member's part came
 * about.
 */
@TemplateExtension
public final class PortalWording {

  private static final Rulebook RULES = Rulebook.published();

  private PortalWording() {}

  /** How the price is paid. */
  static String payment(TradeFile.Offer offer) {
    int days = RULES.edition(offer.lotTerms().ruleEdition()).priceWorkingDays();
    return offer
        .plan()
        .map(plan -> InstalmentClauses.summary(plan, days))
        .orElse("合同生效之日起 %d 个工作日内一次性付清".formatted(days));
  }

  /** What the table of a distribution is called. */
  static String caption(IncomeTable shared) {
    Occasion occasion = shared.occasion().orElseThrow();
    return switch (shared.income()) {
      case REVENUE -> occasion + " 年度经营收入";
      case PRICE, INSTALMENT, COMPENSATION, PENALTY -> shared.income().zh(occasion);
    };
  }

  /** The beginning of the hash of an entry, by which people compare. */
  static String shortHash(FundEntry entry) {
    return entry.hash().substring(0, 12) + "…";
  }

  /** What an income of a member was. */
  static String occasionZh(MemberStatementView.Line line) {
    return line.income().zh(line.occasion());
  }

  /** What counted for a member when the members' part was split. */
  static String counted(MemberStatementView.Line line) {
    return switch (line.rule()) {
      case PER_HEAD -> "按人口，共 %d 人，每人一份".formatted(line.weights());
      case BY_SHARES -> "按股份，共 %d 股，您有 %d 股".formatted(line.weights(), line.weight());
      case PER_HOUSEHOLD -> "按户，共 %d 户，每户一份".formatted(line.weights());
    };
  }

  /** What the table of an example is called. */
  static String exampleCaption(IncomeTable shared) {
    return switch (shared.income()) {
      case PRICE -> "如果按底价成交";
      case REVENUE -> "如果一年的经营收入是 100 万元";
      case INSTALMENT -> "如果按底价成交，首期价款";
      case COMPENSATION, PENALTY -> "如果有" + shared.income().zh();
    };
  }
}
