package eco.exchange.bidding.auction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of paddles: a number, and before it, for who holds a right of priority (优先权), its
 * rank.
 *
 * <p>For example, {@code 4711} has no priority, and {@code P1-4711} has the first rank.
 */
public final class Paddles {

  private static final Pattern PRIORITY = Pattern.compile("P([1-9])-[0-9]+");
  private static final int NONE = Integer.MAX_VALUE;

  private Paddles() {}

  /** The paddle under which a holder of this rank bids. */
  public static String withPriority(String number, int rank) {
    return "P%d-%s".formatted(rank, number);
  }

  /** The number of a paddle, without its priority. */
  public static String number(String paddle) {
    return paddle.substring(paddle.lastIndexOf('-') + 1);
  }

  /** The rank of a paddle, 1 the first; a paddle without priority comes after all ranks. */
  public static int rank(String paddle) {
    Matcher found = PRIORITY.matcher(paddle);
    return found.matches() ? Integer.parseInt(found.group(1)) : NONE;
  }

  /** Whether a paddle wins at the same price, whoever was earlier (网拍规定 articles 16, 19, 21). */
  static boolean outranks(String paddle, String other) {
    return rank(paddle) < rank(other);
  }
}
