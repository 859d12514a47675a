package eco.exchange.settlement.distribution;

import eco.exchange.market.Answer;

/**
 * What came of sharing a whole year.
 *
 * @param year the year
 * @param shared how many contracts' revenues were shared
 * @param refused how many were refused, each for its own reason
 */
public record YearRunView(int year, long shared, long refused) {

  /** This run and one contract more. */
  public YearRunView and(Answer<DistributionView> answer) {
    return switch (answer) {
      case Answer.Done<DistributionView> done -> new YearRunView(year, shared + 1, refused);
      case Answer.Refused<DistributionView> no -> new YearRunView(year, shared, refused + 1);
    };
  }
}
