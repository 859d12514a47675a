package eco.exchange.wording;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.contracts.contract.ContractState;
import eco.exchange.listing.offer.ListingState;
import io.quarkus.qute.TemplateExtension;

/** The wording of how far a trade, an auction, an award or a contract is. */
@TemplateExtension
public final class StateWording {

  private StateWording() {}

  /** Where a trade stands. */
  public static String zh(ListingState state) {
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
  public static String zh(AuctionView.State state) {
    return switch (state) {
      case SCHEDULED -> "尚未开始";
      case OPEN -> "竞价中";
      case CLOSED -> "竞价结束";
    };
  }

  /** Why a lot found nobody. */
  public static String zh(UnsoldCause cause) {
    return switch (cause) {
      case NO_APPLICANT -> "无人报名";
      case NO_BIDDER -> "无合格竞买人缴纳保证金";
      case NO_BID -> "无人出价";
      case BELOW_FLOOR -> "报价均低于底价";
      case TOO_FEW_OFFERS -> "报价人少于公告规定的人数，未开启报价";
      case NO_VALID_OFFER -> "无有效报价";
      case COMPETITION_REQUIRED -> "有两个以上意向受让方，应公开竞价";
      case AWARD_REFUSED -> "成交未获批准";
      case AWARD_LAPSED -> "成交已失效，无人递补";
    };
  }

  /** How far an award is. */
  public static String zh(AwardView.State state) {
    return switch (state) {
      case PUBLISHED -> "公示中";
      case APPROVED -> "已批准";
      case REFUSED -> "未获批准";
      case LAPSED -> "已失效";
    };
  }

  /** How far a contract is. */
  public static String zh(ContractState state) {
    return switch (state) {
      case ISSUED -> "待双方签署";
      case SIGNED_BY_ONE -> "一方已签署";
      case SIGNED_BY_BOTH -> "双方已签署，待盖章";
      case EFFECTIVE -> "已生效";
      case ANNULLED -> "已作废";
    };
  }
}
