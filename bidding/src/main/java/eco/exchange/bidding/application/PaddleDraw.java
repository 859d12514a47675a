package eco.exchange.bidding.application;

import eco.exchange.bidding.auction.Paddles;
import java.util.Collection;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The drawing of paddles: numbers of four digits that say nothing about who bids, or when they were
 * drawn.
 *
 * <p>When half the numbers of a lot are taken they get a digit more, so that a draw is short. The
 * first digit is not zero: a paddle is read out and written by hand.
 */
final class PaddleDraw {

  private static final int FIRST = 1_000;

  private PaddleDraw() {}

  /** A paddle that is not taken. */
  static String from(RandomGenerator random, Collection<String> taken) {
    int first = FIRST;
    while (taken.size() >= 9 * first / 2) {
      first *= 10;
    }
    // Two paddles that differ only in their priority would be taken for each other when read out.
    Set<String> gone = taken.stream().map(Paddles::number).collect(Collectors.toSet());
    String paddle;
    do {
      paddle = Integer.toString(random.nextInt(first, 10 * first));
    } while (gone.contains(paddle));
    return paddle;
  }
}
