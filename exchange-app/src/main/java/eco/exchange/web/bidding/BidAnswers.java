package eco.exchange.web.bidding;

import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.web.problem.Problems;

/** The answers to somebody who acts at an auction, as they are told over HTTP. */
final class BidAnswers {

  private BidAnswers() {}

  /**
   * The answer to an act that was taken.
   *
   * @throws eco.exchange.web.problem.ProblemException if it was refused
   */
  static BidAnswer taken(BidAnswer answer) {
    return switch (answer) {
      case BidAnswer.Accepted accepted -> accepted;
      case BidAnswer.Noted noted -> noted;
      case BidAnswer.Refused refused -> throw Problems.refused(refused.reason(), refused.detail());
    };
  }
}
