package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The measure of a step: how much it takes of the whole that enters its waterfall or group.
 *
 * <p>A part is always of that whole, not of what is left, so that the order of parts does not
 * matter while the money suffices. Each measure says by itself what the checks of the terms and
 * their arithmetic ask of it; the checks ask of faulty and of huge terms, too, so only {@link #of}
 * may rely on terms without faults. {@link MeasureJson} says how it is written.
 */
public sealed interface Measure {

  /** What is wrong with it by itself; empty if nothing is. */
  List<TermsFault> faults();

  /** How much it takes, in fen, before bounds, and before it is cut to what is left. */
  Rational of(Inflow inflow);

  /** What it takes at most of each further yuan in a band of the whole, besides amounts. */
  Rational most(Money band);

  /** What it takes at least of each further yuan in a band of the whole. */
  default Rational least(Money band) {
    return most(band);
  }

  /** Where the part that it takes of a further yuan changes. */
  default List<Money> bands() {
    return List.of();
  }

  /** The sum that it takes whatever comes in, if the terms by themselves say which. */
  default Optional<Money> sum() {
    return Optional.empty();
  }

  /** Whether it takes an amount that does not shrink with the whole. */
  default boolean takesAmount() {
    return sum().isPresent();
  }

  /**
   * Whether it surely takes something of whatever is left when its turn comes. {@link Rest} takes
   * all of that, so there the steps before it decide.
   */
  default boolean surelyTakes() {
    return true;
  }

  /** Whether it counts anew for each part of an income that comes in several parts. */
  default boolean countsAnew() {
    return sum().isPresent();
  }

  /**
   * What comes to a step when its turn comes.
   *
   * @param whole the whole that entered the waterfall or group, in fen
   * @param left what the steps before have left of it, in fen
   * @param owed what is still owed to the payee of the step on a pledge, in fen
   * @param basis the facts of the year
   */
  record Inflow(Rational whole, Rational left, Rational owed, DistributionBasis basis) {}

  /** A fixed amount; it is paid to the fen and never takes part in rounding. */
  record Fixed(Money amount) implements Measure {

    @Override
    public List<TermsFault> faults() {
      return nothingUnless(amount.isPositive());
    }

    @Override
    public Rational of(Inflow inflow) {
      return Rational.fenOf(amount);
    }

    @Override
    public Rational most(Money band) {
      return Rational.ZERO;
    }

    @Override
    public Optional<Money> sum() {
      return Optional.of(amount);
    }
  }

  /** A percentage. */
  record Percent(Percentage share) implements Measure {

    @Override
    public List<TermsFault> faults() {
      return nothingUnless(share.ppm() > 0);
    }

    @Override
    public Rational of(Inflow inflow) {
      return share.of(inflow.whole());
    }

    @Override
    public Rational most(Money band) {
      return share.asRational();
    }
  }

  /**
   * A percentage that is higher while the watershed erodes too much.
   *
   * @param share the percentage at other times
   * @param threshold the erosion above which it is higher, in tonnes per square kilometre and year
   * @param rise by how much
   */
  record Rising(Percentage share, int threshold, Percentage rise) implements Measure {

    @Override
    public List<TermsFault> faults() {
      return nothingUnless(rise.ppm() > 0 && threshold >= 0);
    }

    @Override
    public Rational of(Inflow inflow) {
      Rational part = inflow.basis().erodesMoreThan(threshold) ? risen() : share.asRational();
      return part.times(inflow.whole());
    }

    @Override
    public Rational most(Money band) {
      return risen();
    }

    @Override
    public Rational least(Money band) {
      return share.asRational();
    }

    @Override
    public boolean surelyTakes() {
      return share.ppm() > 0;
    }

    private Rational risen() {
      return share.asRational().plus(rise.asRational());
    }
  }

  /** An exact fraction, such as a third, which no percentage can say. */
  record Fraction(int numerator, int denominator) implements Measure {

    @Override
    public List<TermsFault> faults() {
      return denominator > 0
          ? nothingUnless(numerator > 0)
          : List.of(new TermsFault(Code.FRACTION_OF_NOUGHT, "a part of no parts"));
    }

    @Override
    public Rational of(Inflow inflow) {
      return Rational.of(numerator, denominator).times(inflow.whole());
    }

    // Faulty terms are told all their faults, so this is asked of a fraction of nought, too.
    @Override
    public Rational most(Money band) {
      return denominator > 0 ? Rational.of(numerator, denominator) : Rational.ZERO;
    }
  }

  /** A percentage of each band of the whole, as a progressive tax is reckoned. */
  record Tiers(List<Tier> tiers) implements Measure {

    /** Copies the tiers. */
    public Tiers {
      tiers = List.copyOf(tiers);
    }

    @Override
    public List<TermsFault> faults() {
      Stream<TermsFault> notRising =
          risesFromNought()
              ? Stream.empty()
              : Stream.of(
                  new TermsFault(Code.TIERS_NOT_RISING, "bands that do not rise from nought"));
      List<TermsFault> nothing = nothingUnless(tiers.stream().anyMatch(it -> it.share().ppm() > 0));
      return Stream.concat(nothing.stream(), notRising).toList();
    }

    private boolean risesFromNought() {
      boolean rises = !tiers.isEmpty() && tiers.getFirst().from().isZero();
      for (int i = 1; i < tiers.size(); i++) {
        rises &= tiers.get(i - 1).from().isBelow(tiers.get(i).from());
      }
      return rises;
    }

    @Override
    public Rational of(Inflow inflow) {
      Rational sum = Rational.ZERO;
      for (int i = 0; i < tiers.size(); i++) {
        Rational from = Rational.fenOf(tiers.get(i).from());
        Rational to =
            i + 1 < tiers.size()
                ? inflow.whole().min(Rational.fenOf(tiers.get(i + 1).from()))
                : inflow.whole();
        sum = sum.plus(tiers.get(i).share().of(to.minus(from).max(Rational.ZERO)));
      }
      return sum;
    }

    @Override
    public Rational most(Money band) {
      return tiers.stream()
          .filter(tier -> !band.isBelow(tier.from()))
          .reduce((lower, higher) -> higher)
          .map(tier -> tier.share().asRational())
          .orElse(Rational.ZERO);
    }

    @Override
    public List<Money> bands() {
      return tiers.stream().map(Tier::from).toList();
    }

    @Override
    public boolean surelyTakes() {
      return tiers.stream().allMatch(tier -> tier.share().ppm() > 0);
    }

    @Override
    public boolean countsAnew() {
      return true;
    }
  }

  /**
   * One band of the whole.
   *
   * @param from where the band begins; it ends where the next begins, and the last never ends
   * @param share the part of the band
   */
  record Tier(Money from, Percentage share) {}

  /**
   * What is owed on a registered pledge, which the distribution is told anew for each part of an
   * income.
   */
  record Owed() implements Measure {

    @Override
    public List<TermsFault> faults() {
      return List.of();
    }

    @Override
    public Rational of(Inflow inflow) {
      return inflow.owed();
    }

    @Override
    public Rational most(Money band) {
      return Rational.ZERO;
    }

    @Override
    public boolean takesAmount() {
      return true;
    }

    @Override
    public boolean surelyTakes() {
      return false;
    }
  }

  /** All that is left; only the last step may take it. */
  record Rest() implements Measure {

    @Override
    public List<TermsFault> faults() {
      return List.of();
    }

    @Override
    public Rational of(Inflow inflow) {
      return inflow.left();
    }

    @Override
    public Rational most(Money band) {
      return Rational.ZERO;
    }
  }

  private static List<TermsFault> nothingUnless(boolean isPositive) {
    return isPositive
        ? List.of()
        : List.of(new TermsFault(Code.STEP_NOT_POSITIVE, "nothing, or less"));
  }
}
