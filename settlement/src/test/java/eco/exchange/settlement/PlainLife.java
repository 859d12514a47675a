package eco.exchange.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a contract gives whom over its life, as a plain program would reckon it from the wording of
 * the clauses: decimal numbers of fen, one year after another, each from all of its revenue.
 *
 * <p>Its clauses are: a part for the watershed; a part for the owner, at least a floor; two bands
 * for the village; a part for the investor until a sum is recovered, then the operator; the rest
 * for the operator.
 */
final class PlainLife {

  final int watershed;
  final int owner;
  final long floor;
  final int below;
  final long band;
  final int above;
  final int investor;
  final long until;

  /** What each payee should have got of revenue and penalties so far. */
  final Map<String, BigDecimal> due = new HashMap<>();

  /** What came in to be shared, in fen. */
  long shared;

  /** All of a year's revenue that is shared, by year. */
  final Map<Integer, Long> years = new TreeMap<>();

  private final Map<Integer, BigDecimal> recovered = new HashMap<>();
  private BigDecimal recoveredOfPenalties = BigDecimal.ZERO;

  PlainLife(Random random) {
    this.watershed = 1 + random.nextInt(200_000);
    this.owner = 1 + random.nextInt(200_000);
    this.floor = random.nextBoolean() ? 0 : 1 + random.nextInt(3_000_000);
    this.below = random.nextInt(100_000) + 1;
    this.band = 1 + random.nextInt(20_000_000);
    this.above = random.nextInt(300_000) + 1;
    this.investor = 1 + random.nextInt(250_000);
    this.until = 1 + random.nextInt(100_000_000);
  }

  /** A year's revenue is shared, or more of it. */
  void shares(int year, long more) {
    BigDecimal others =
        recovered.entrySet().stream()
            .filter(entry -> entry.getKey() != year)
            .map(Map.Entry::getValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long before = years.getOrDefault(year, 0L);
    Map<String, BigDecimal> once = of(before, others);
    Map<String, BigDecimal> all = of(before + more, others);
    all.forEach((payee, fen) -> due.merge(payee, fen.subtract(get(once, payee)), BigDecimal::add));
    years.put(year, before + more);
    recovered.put(year, get(all, "investor"));
    shared += more;
  }

  /** A penalty is shared by the clauses of the revenue, but nothing of it goes to its payer. */
  void sharesPenalty(long fen) {
    Map<String, BigDecimal> given = of(fen, recoveredOfPenalties);
    recoveredOfPenalties = recoveredOfPenalties.add(get(given, "investor"));
    BigDecimal payers = get(given, "operator");
    given.remove("operator");
    given.merge("watershed", payers, BigDecimal::add);
    given.forEach((payee, part) -> due.merge(payee, part, BigDecimal::add));
    shared += fen;
  }

  private Map<String, BigDecimal> of(long fen, BigDecimal recoveredBefore) {
    Map<String, BigDecimal> given = new HashMap<>();
    BigDecimal whole = BigDecimal.valueOf(fen);
    BigDecimal left = whole;
    left = left.subtract(give(given, "watershed", partOf(whole, watershed), left));
    BigDecimal owners = partOf(whole, owner).max(BigDecimal.valueOf(floor));
    left = left.subtract(give(given, "owner", owners, left));
    BigDecimal over = whole.subtract(BigDecimal.valueOf(band)).max(BigDecimal.ZERO);
    BigDecimal village = partOf(whole.subtract(over), below).add(partOf(over, above));
    left = left.subtract(give(given, "village", village, left));
    BigDecimal investors = partOf(whole, investor).min(left);
    BigDecimal open = BigDecimal.valueOf(until).subtract(recoveredBefore).max(BigDecimal.ZERO);
    give(given, "investor", open, investors);
    left = left.subtract(get(given, "investor"));
    give(given, "operator", left, left);
    return given;
  }

  private static BigDecimal give(
      Map<String, BigDecimal> given, String payee, BigDecimal wish, BigDecimal most) {
    BigDecimal part = wish.min(most);
    given.merge(payee, part, BigDecimal::add);
    return part;
  }

  private static BigDecimal partOf(BigDecimal whole, int ppm) {
    return whole.multiply(BigDecimal.valueOf(ppm)).movePointLeft(6);
  }

  static BigDecimal get(Map<String, BigDecimal> given, String payee) {
    return given.getOrDefault(payee, BigDecimal.ZERO);
  }

  /** Three in ten thousand a day of what is late, at most a fifth of it, in fen with fractions. */
  static BigDecimal lateness(long fen, long days) {
    return partOf(BigDecimal.valueOf(fen), (int) Math.min(200_000, 300 * Math.max(0, days)));
  }

  static long rounded(BigDecimal fen) {
    return fen.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
