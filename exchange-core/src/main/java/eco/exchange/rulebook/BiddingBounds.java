package eco.exchange.rulebook;

import eco.exchange.method.MethodTerms;
import eco.exchange.money.Percentage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bounds within which a notice may say how is bid, so that no term switches a rule off.
 *
 * @param overtimeMin for how long late bids keep an auction open at least where they do not for as
 *     long as they come (R-BID-1)
 * @param quietTimeMax the longest quiet time, answer time or countdown (R-BID-QUIET)
 * @param fallTimeMin how long each price of a falling price stands at least (R-BID-FALLING)
 * @param sealedTimeMin how long the others may hand in offers at least after it was taken
 * @param lastWordTimeMin how long its taker may answer them at least
 * @param incrementMin the least increment, as a part of the reserve (R-BID-INCREMENT)
 * @param incrementMax the greatest increment, as a part of the reserve; one fen is always allowed
 * @param reserveTimesMax how many times the appraisal the reserve is at most (R-BID-RESERVE)
 * @param discountMax the greatest yearly rate by which offers are discounted (R-BID-DISCOUNT)
 * @param leapTimes a price of more times the last than these is confirmed a second time
 *     (R-BID-LEAP)
 * @param leapDepositMin what part of such a price the deposit is at least (R-BID-LEAP)
 */
public record BiddingBounds(
    Duration overtimeMin,
    Duration quietTimeMax,
    Duration fallTimeMin,
    Duration sealedTimeMin,
    Duration lastWordTimeMin,
    Percentage incrementMin,
    Percentage incrementMax,
    int reserveTimesMax,
    Percentage discountMax,
    int leapTimes,
    Percentage leapDepositMin) {

  /** Rejects bounds that leave nothing between them. */
  public BiddingBounds {
    boolean areLengths =
        Stream.of(overtimeMin, quietTimeMax, fallTimeMin, sealedTimeMin, lastWordTimeMin)
            .allMatch(Duration::isPositive);
    if (!areLengths || reserveTimesMax < 1 || leapTimes < 1) {
      throw new IllegalArgumentException("a bound of the bidding is nothing");
    }
    if (incrementMin.compareTo(incrementMax) > 0) {
      throw new IllegalArgumentException("no increment lies between its bounds");
    }
  }

  /** Where the terms of a method pass these bounds; empty if nowhere. */
  public List<String> passedBy(MethodTerms how) {
    List<String> found = new ArrayList<>();
    switch (how) {
      case MethodTerms.English it -> {
        it.overtimeMax().ifPresent(most -> least(found, "overtimeMax", most, overtimeMin));
        most(found, "quietTime", it.quietTime(), quietTimeMax);
      }
      case MethodTerms.ListingThenTimed it -> {
        most(found, "answerTime", it.answerTime(), quietTimeMax);
        most(found, "quietTime", it.quietTime(), quietTimeMax);
      }
      case MethodTerms.Descending it -> {
        least(found, "every", it.every(), fallTimeMin);
        least(found, "sealedTime", it.sealedTime(), sealedTimeMin);
        least(found, "lastWordTime", it.lastWordTime(), lastWordTimeMin);
      }
      case MethodTerms.ShareOfRevenue it -> {
        if (it.discount().compareTo(discountMax) > 0) {
          found.add("discount %s, at most %s".formatted(it.discount(), discountMax));
        }
      }
      case MethodTerms.SealedOneShot it -> {}
      case MethodTerms.PriceTime it -> {}
      case MethodTerms.Weighted it -> {}
      case MethodTerms.Tender it -> {}
      case MethodTerms.Negotiated it -> {}
    }
    return List.copyOf(found);
  }

  private static void least(List<String> found, String name, Duration length, Duration least) {
    if (length.compareTo(least) < 0) {
      found.add("%s %s, at least %s".formatted(name, length, least));
    }
  }

  private static void most(List<String> found, String name, Duration length, Duration most) {
    if (length.compareTo(most) > 0) {
      found.add("%s %s, at most %s".formatted(name, length, most));
    }
  }
}
