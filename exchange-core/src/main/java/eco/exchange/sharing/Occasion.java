package eco.exchange.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The occasion of an income, for which it was paid: the price at once, one instalment of it, or a
 * year.
 *
 * <p>Revenue and compensation are paid for a year. A penalty is paid for what came late, which may
 * be any of the three. The price comes first in order, then its instalments, then the years.
 *
 * <p>The text form is that of columns, business keys, addresses and JSON: 'PRICE', 'INSTALMENT-2',
 * '2027'. Only sealed statements, and the numbers of the papers about them, have a number instead.
 */
public sealed interface Occasion extends Comparable<Occasion>
    permits Occasion.Price, Occasion.Instalment, Occasion.Year {

  /** The price, paid at once. */
  record Price() implements Occasion {

    private static final String TEXT = "PRICE";

    @Override
    public int number() {
      return 0;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * One instalment of the price.
   *
   * @param number counts the instalments from 1 to at most 999
   */
  record Instalment(int number) implements Occasion {

    /** The instalment that is due without a guarantee. */
    public static final Instalment FIRST = new Instalment(1);

    private static final int NUMBER_MAX = 999;
    private static final Pattern TEXT = Pattern.compile("INSTALMENT-([1-9]\\d{0,2})");

    /** Rejects a number that no instalment has. */
    public Instalment {
      if (number < 1 || number > NUMBER_MAX) {
        throw new IllegalArgumentException("no instalment has the number " + number);
      }
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * A calendar year.
   *
   * @param year of four digits
   */
  record Year(int year) implements Occasion {

    private static final int YEAR_MIN = 1_000;
    private static final int YEAR_MAX = 9_999;
    private static final Pattern TEXT = Pattern.compile("[1-9]\\d{3}");

    /** Rejects a year that has not four digits. */
    public Year {
      if (year < YEAR_MIN || year > YEAR_MAX) {
        throw new IllegalArgumentException("no year of four digits: " + year);
      }
    }

    @Override
    public int number() {
      return year;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Reads an occasion.
   *
   * @throws IllegalArgumentException if the text is none of the three forms
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Occasion parse(String text) {
    Matcher instalment = Instalment.TEXT.matcher(text);
    if (instalment.matches()) {
      return new Instalment(Integer.parseInt(instalment.group(1)));
    }
    if (Year.TEXT.matcher(text).matches()) {
      return new Year(Integer.parseInt(text));
    }
    if (text.equals(Price.TEXT)) {
      return new Price();
    }
    throw new IllegalArgumentException("no occasion of an income: " + text);
  }

  /** The text form. */
  @JsonValue
  default String text() {
    return switch (this) {
      case Price price -> Price.TEXT;
      case Instalment instalment -> "INSTALMENT-" + instalment.number();
      case Year year -> Integer.toString(year.year());
    };
  }

  /**
   * The occasion that a sealed statement states by a number.
   *
   * @throws IllegalArgumentException if no occasion has this number
   */
  static Occasion numbered(int number) {
    if (number == 0) {
      return new Price();
    }
    return number < Year.YEAR_MIN ? new Instalment(number) : new Year(number);
  }

  /** The number by which sealed statements state it: 0, the number of an instalment, the year. */
  int number();

  /** The calendar year to which the income belongs; the price and its instalments have none. */
  default Optional<Integer> calendarYear() {
    return switch (this) {
      case Price price -> Optional.empty();
      case Instalment instalment -> Optional.empty();
      case Year year -> Optional.of(year.year());
    };
  }

  /** The wording, as it is printed, for example '2027年度'. */
  default String zh() {
    return switch (this) {
      case Price price -> "成交价款";
      case Instalment instalment -> "第" + instalment.number() + "期价款";
      case Year year -> year.year() + "年度";
    };
  }

  @Override
  default int compareTo(Occasion other) {
    return Integer.compare(number(), other.number());
  }
}
