package eco.exchange.portal;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.calendar.Deadline;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.contracts.clause.InstalmentClauses;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.listing.offer.ListingState;
import eco.exchange.money.Money;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.settlement.fund.FundEntry;
import eco.exchange.tradefile.TradeFile;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages word amounts, times and states. */
@TemplateExtension
public final class PortalWording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA).withZone(Deadline.ZONE);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("M月d日 HH:mm:ss", Locale.CHINA).withZone(Deadline.ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA).withZone(Deadline.ZONE);

  private static final Rulebook RULES = Rulebook.published();

  private PortalWording() {}

  /** An amount with its thousands apart, for example '1,116,000.00'. */
  public static String grouped(Money amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.inYuan());
  }

  /** A quantity to the hundredth, without needless zeros, its thousands apart. */
  static String grouped(BigDecimal quantity) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(quantity);
  }

  /** A unit as people say it. */
  static String unitName(String unit) {
    return switch (unit) {
      case "tCO2e" -> "吨二氧化碳当量";
      case "mu" -> "亩";
      case "m2" -> "平方米";
      default -> unit;
    };
  }

  /** A moment in the time of the market. */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** The end of a period: midnight belongs to the day that ends with it, as 24:00. */
  static String until(Instant end) {
    ZonedDateTime local = end.atZone(Deadline.ZONE);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? DAY.format(local.minusDays(1)) + " 24:00"
        : MOMENT.format(end);
  }

  /** A moment to the second, without the year. */
  static String second(Instant moment) {
    return SECOND.format(moment);
  }

  /** The day of a moment. */
  static String day(Instant moment) {
    return DAY.format(moment);
  }

  /** Where a trade stands. */
  static String zh(ListingState state) {
    return switch (state) {
      case DRAFT -> "起草";
      case SUBMITTED -> "审核中";
      case RETURNED -> "已退回";
      case DISCLOSED -> "公告中";
      case AWARDED -> "已成交";
      case UNSOLD -> "未成交";
      case CERTIFIED -> "已交割";
    };
  }

  /** How far an auction is. */
  static String zh(AuctionView.State state) {
    return switch (state) {
      case SCHEDULED -> "尚未开始";
      case OPEN -> "竞价中";
      case CLOSED -> "竞价结束";
    };
  }

  /** Why a lot found nobody. */
  static String zh(UnsoldCause cause) {
    return switch (cause) {
      case NO_APPLICANT -> "无人报名";
      case NO_BIDDER -> "无合格竞买人缴纳保证金";
      case NO_BID -> "无人出价";
      case BELOW_FLOOR -> "报价均低于底价";
      case TOO_FEW_OFFERS -> "投标人不足法定人数，未开标";
      case NO_VALID_OFFER -> "无有效报价";
      case COMPETITION_REQUIRED -> "有两个以上意向受让方，应公开竞价";
      case AWARD_REFUSED -> "成交未获批准";
      case AWARD_LAPSED -> "成交已失效，无人递补";
    };
  }

  /** How far an award is. */
  static String zh(AwardView.State state) {
    return switch (state) {
      case PUBLISHED -> "公示中";
      case APPROVED -> "已批准";
      case REFUSED -> "未获批准";
      case LAPSED -> "已失效";
    };
  }

  /** How far a contract is. */
  static String zh(ContractState state) {
    return switch (state) {
      case ISSUED -> "待双方签署";
      case SIGNED_BY_ONE -> "一方已签署";
      case SIGNED_BY_BOTH -> "双方已签署，待盖章";
      case EFFECTIVE -> "已生效";
      case ANNULLED -> "已作废";
    };
  }

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
    return switch (shared.income()) {
      case REVENUE -> shared.year() + " 年度经营收入";
      case PRICE, INSTALMENT, COMPENSATION, PENALTY -> shared.income().occasion(shared.year());
    };
  }

  /** The beginning of the hash of an entry, by which people compare. */
  static String shortHash(FundEntry entry) {
    return entry.hash().substring(0, 12) + "…";
  }

  /** What an income of a member was. */
  static String occasion(MemberStatementView.Line line) {
    return line.income().occasion(line.year());
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
