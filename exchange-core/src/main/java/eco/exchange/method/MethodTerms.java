package eco.exchange.method;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The terms of a trade method that a notice tells beyond prices and dates, frozen when it is
 * disclosed.
 *
 * <p>All times are lengths, so that the same terms stand in a draft, which has no dates yet.
 */
public sealed interface MethodTerms {

  /** What is wrong with these terms by themselves; empty if nothing is. */
  List<String> faults();

  /**
   * Where these terms pass the limits of the rules in force; empty if nowhere.
   *
   * @param usual the usual terms of the same method, which are the limits
   */
  default List<String> beyond(MethodTerms usual) {
    return List.of();
  }

  /** All amounts that these terms name. */
  default List<Money> amounts() {
    return List.of();
  }

  /** With how many offers anything is opened or sold. */
  default int offersMin() {
    return 1;
  }

  /** How often an offer may be corrected, if that is limited. */
  default Optional<Integer> corrections() {
    return Optional.empty();
  }

  /** How offers are scored, if they are. */
  default Optional<Scoring> scored() {
    return Optional.empty();
  }

  /**
   * How long bids are taken where the terms tell it by themselves; else the rules do.
   *
   * @param reserve the lowest price
   * @param increment the step between prices
   */
  default Optional<Duration> bidding(Money reserve, Money increment) {
    return Optional.empty();
  }

  /** The terms of a method that sells by sealed offers alone, opened together. */
  sealed interface Sealed extends MethodTerms {}

  /**
   * Rising bids in the open (R 1.3, ENGLISH_ONLINE).
   *
   * @param quietTime how long nobody may have bid for the auction to close
   * @param overtimeMax how long late bids may keep it open in all; empty is as long as they come
   */
  record English(Duration quietTime, Optional<Duration> overtimeMax) implements MethodTerms {
    @Override
    public List<String> faults() {
      return new MethodFaults()
          .length("quietTime", quietTime)
          .lengths("overtimeMax", overtimeMax.stream())
          .found;
    }

    @Override
    public List<String> beyond(MethodTerms usual) {
      English limit = (English) usual;
      return new MethodFaults().atLeast("quietTime", quietTime, limit.quietTime).found;
    }
  }

  /**
   * Listing bids, then timed bidding among those who join it (R 1.3, LISTING_THEN_TIMED).
   *
   * @param answerTime how long those who bid are asked whether they join
   * @param quietTime how long after the last bid the timed bidding ends
   * @param floorTime how long before the end of the listing the centre may enter the secret floor
   */
  record ListingThenTimed(Duration answerTime, Duration quietTime, Duration floorTime)
      implements MethodTerms {
    @Override
    public List<String> faults() {
      return new MethodFaults()
          .length("answerTime", answerTime)
          .length("quietTime", quietTime)
          .length("floorTime", floorTime)
          .found;
    }

    @Override
    public List<String> beyond(MethodTerms usual) {
      ListingThenTimed limit = (ListingThenTimed) usual;
      return new MethodFaults()
          .atLeast("answerTime", answerTime, limit.answerTime)
          .atLeast("quietTime", quietTime, limit.quietTime)
          .atMost("floorTime", floorTime, limit.floorTime)
          .found;
    }
  }

  /** Sealed offers, opened together; the highest wins, of equal ones the earlier. */
  record SealedOneShot() implements Sealed {
    @Override
    public List<String> faults() {
      return List.of();
    }
  }

  /**
   * A sealed offer and a few corrections; the last counts, price before time (R 1.3, PRICE_TIME).
   *
   * @param correctionsMax how often an offer may be corrected, at most twice
   */
  record PriceTime(int correctionsMax) implements Sealed {

    private static final int CORRECTIONS_MAX = 2;

    @Override
    public List<String> faults() {
      return new MethodFaults()
          .check(
              correctionsMax >= 0 && correctionsMax <= CORRECTIONS_MAX,
              "correctionsMax lies between 0 and " + CORRECTIONS_MAX)
          .found;
    }

    @Override
    public List<String> beyond(MethodTerms usual) {
      PriceTime limit = (PriceTime) usual;
      return new MethodFaults()
          .check(
              correctionsMax <= limit.correctionsMax,
              "%d corrections, at most %d".formatted(correctionsMax, limit.correctionsMax))
          .found;
    }

    @Override
    public Optional<Integer> corrections() {
      return Optional.of(correctionsMax);
    }
  }

  /**
   * Sealed offers, scored: 100 points for the highest price times its weight, and the points of
   * each criterion times its weight (R 1.3, WEIGHTED).
   *
   * @param scoring the weights
   */
  record Weighted(Scoring scoring) implements Sealed {
    @Override
    public List<String> faults() {
      return scoring.faults();
    }

    @Override
    public Optional<Scoring> scored() {
      return Optional.of(scoring);
    }
  }

  /**
   * A falling price, then sealed offers above it, then a last word for whoever took it.
   *
   * <p>The price falls from {@code start} by the increment of the lot, down to its reserve.
   *
   * @param start the price at the opening
   * @param every how long each price stands
   * @param sealedTime how long the others may hand in sealed offers after the price was taken
   * @param lastWordTime how long the taker may answer the best of them, from their opening
   */
  record Descending(Money start, Duration every, Duration sealedTime, Duration lastWordTime)
      implements MethodTerms {
    @Override
    public List<String> faults() {
      return new MethodFaults()
          .check(start.isPositive(), "start is more than nothing")
          .length("every", every)
          .length("sealedTime", sealedTime)
          .length("lastWordTime", lastWordTime)
          .found;
    }

    @Override
    public List<Money> amounts() {
      return List.of(start);
    }

    @Override
    public Optional<Duration> bidding(Money reserve, Money increment) {
      long prices = start.minus(reserve).fen() / increment.fen() + 1;
      return Optional.of(every.multipliedBy(prices));
    }
  }

  /**
   * A tender: sealed offers, scored, opened only if enough came (招标投标法 article 28).
   *
   * @param biddersMin how many offers there must be, at least three
   * @param scoring the weights
   */
  record Tender(int biddersMin, Scoring scoring) implements Sealed {

    private static final int BIDDERS_MIN = 3;

    @Override
    public List<String> faults() {
      return new MethodFaults()
          .check(biddersMin >= BIDDERS_MIN && biddersMin <= 100, "biddersMin is three or more")
          .and(scoring.faults())
          .found;
    }

    @Override
    public int offersMin() {
      return biddersMin;
    }

    @Override
    public Optional<Scoring> scored() {
      return Optional.of(scoring);
    }
  }

  /** An agreement with the only qualified bidder (R 1.3, NEGOTIATED). */
  record Negotiated() implements MethodTerms {
    @Override
    public List<String> faults() {
      return List.of();
    }
  }

  /**
   * Sealed offers of a yearly rent and a share of the revenue; the price is the reserve for all.
   *
   * <p>Offers are compared by their present value: the rent and the share of each expected year's
   * revenue, discounted to the beginning, in exact fractions. An offer that an expected year cannot
   * carry, after all others have had theirs, does not count: so the present value is of what will
   * be paid. The years are those of the right, counted from its first day.
   *
   * @param shareMin the least share
   * @param shareMax the greatest share; above it the others who are paid from the revenue would go
   *     short
   * @param rentMin the least rent
   * @param discount the yearly discount rate
   * @param revenues the revenue expected of each year, which nobody promises
   * @param left what each of these years leaves for who owns and who operates, after all others
   *     have had what the sharing terms give them; reckoned from them when the notice is disclosed
   */
  record ShareOfRevenue(
      Percentage shareMin,
      Percentage shareMax,
      Money rentMin,
      Percentage discount,
      List<Money> revenues,
      Optional<List<Money>> left)
      implements Sealed {

    private static final int YEARS_MAX = 70;

    /** Copies the revenues. */
    public ShareOfRevenue {
      revenues = List.copyOf(revenues);
      left = left.map(List::copyOf);
    }

    /** Terms as a draft tells them: what each year leaves is not reckoned yet. */
    public ShareOfRevenue(
        Percentage shareMin,
        Percentage shareMax,
        Money rentMin,
        Percentage discount,
        List<Money> revenues) {
      this(shareMin, shareMax, rentMin, discount, revenues, Optional.empty());
    }

    /** These terms with what each expected year leaves. */
    public ShareOfRevenue leaving(List<Money> ofEachYear) {
      return new ShareOfRevenue(
          shareMin, shareMax, rentMin, discount, revenues, Optional.of(ofEachYear));
    }

    /** The least that may be offered. */
    public Offer.Yearly leastOffer() {
      return new Offer.Yearly(rentMin, shareMin);
    }

    /** The first expected year, counted from 1, that cannot carry an offer; empty if all can. */
    public Optional<Integer> yearTooPoorFor(Offer.Yearly offered) {
      List<Money> most = left.orElse(revenues);
      return IntStream.range(0, revenues.size())
          .filter(
              year -> offered.of(revenues.get(year)).compareTo(Rational.fenOf(most.get(year))) > 0)
          .mapToObj(year -> year + 1)
          .findFirst();
    }

    @Override
    public List<String> faults() {
      return new MethodFaults()
          .check(shareMin.compareTo(shareMax) <= 0, "shareMin is not more than shareMax")
          .check(rentMin.fen() >= 0, "rentMin is not less than nothing")
          .check(
              !revenues.isEmpty() && revenues.size() <= YEARS_MAX,
              "revenues are told for 1 to %d years".formatted(YEARS_MAX))
          .check(revenues.stream().allMatch(it -> it.fen() >= 0), "no revenue is less than nothing")
          .check(
              left.stream().allMatch(it -> it.size() == revenues.size()),
              "what is left is told for every year")
          .found;
    }

    @Override
    public List<Money> amounts() {
      return Stream.of(Stream.of(rentMin), revenues.stream(), left.stream().flatMap(List::stream))
          .flatMap(amounts -> amounts)
          .toList();
    }
  }

  /**
   * How offers are scored; all weights together make the whole.
   *
   * @param price the weight of the price
   * @param criteria the other criteria with their weights, fixed before any price is seen
   */
  record Scoring(Percentage price, List<Criterion> criteria) {

    private static final int CRITERIA_MAX = 20;
    private static final int NAME_MAX = 60;

    /** Copies the criteria. */
    public Scoring {
      criteria = List.copyOf(criteria);
    }

    /**
     * A criterion, for example 水土保持方案.
     *
     * @param name its name as published
     * @param weight its weight
     */
    public record Criterion(String name, Percentage weight) {}

    List<String> faults() {
      long whole = price.ppm() + criteria.stream().mapToLong(it -> it.weight().ppm()).sum();
      List<String> names = criteria.stream().map(Criterion::name).toList();
      return new MethodFaults()
          .check(price.ppm() > 0, "the price has a weight")
          .check(
              whole == Percentage.WHOLE_PPM,
              "the weights make the whole, not %d ppm".formatted(whole))
          .check(
              criteria.size() <= CRITERIA_MAX,
              "there are at most %d criteria".formatted(CRITERIA_MAX))
          .check(new HashSet<>(names).size() == names.size(), "no two criteria have one name")
          .check(
              names.stream().noneMatch(name -> name.isBlank() || name.length() > NAME_MAX),
              "a criterion has a name of 1 to %d characters".formatted(NAME_MAX))
          .found;
    }
  }
}
