package eco.exchange.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The occasion of an income, for which it was paid: the price at once, one instalment of it, or a
 * year, or what was found of a year later.
 *
 * <p>Revenue and compensation are paid for a year, and what was left out of a year's revenue for a
 * supplement of that year. A penalty is paid for what came late or was left out, which may be any
 * of the four. The price comes first in order, then its instalments, then the years, each with its
 * supplements after it.
 *
 * <p>The text form is that of columns, business keys, addresses and JSON: 'PRICE', 'INSTALMENT-2',
 * '2027', '2027-S1'. Only sealed statements, and the numbers of the papers about them, have a
 * number instead.
 */
public sealed interface Occasion extends Comparable<Occasion>
    permits Occasion.Price, Occasion.Instalment, Occasion.Year, Occasion.Supplement {

  /** The price, paid at once. */
  record Price() implements Occasion {

    private static final String TEXT = "PRICE";

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
    public String toString() {
      return text();
    }
  }

  /**
   * What was found later of a year's revenue, and shared by the terms of that year.
   *
   * @param year the calendar year in which it was earned
   * @param number counts the supplements of the year from 1 to at most 99
   */
  record Supplement(int year, int number) implements Occasion {

    /** How often a year may be supplemented. */
    public static final int NUMBER_MAX = 99;

    private static final int NUMBERS_A_YEAR = 100;
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{3})-S([1-9]\\d?)");

    /** Rejects a number that no supplement has. */
    public Supplement {
      if (year < Year.YEAR_MIN || year > Year.YEAR_MAX || number < 1 || number > NUMBER_MAX) {
        throw new IllegalArgumentException(
            "no supplement %d of the year %d".formatted(number, year));
      }
    }

    /** The year that it supplements. */
    public Year ofYear() {
      return new Year(year);
    }

    private int stated() {
      return year * NUMBERS_A_YEAR + number;
    }

    private static Supplement stated(int number) {
      return new Supplement(number / NUMBERS_A_YEAR, number % NUMBERS_A_YEAR);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Reads an occasion.
   *
   * @throws IllegalArgumentException if the text is none of the four forms
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
    Matcher supplement = Supplement.TEXT.matcher(text);
    if (supplement.matches()) {
      return new Supplement(
          Integer.parseInt(supplement.group(1)), Integer.parseInt(supplement.group(2)));
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
      case Supplement later -> "%d-S%d".formatted(later.year(), later.number());
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
    if (number > Year.YEAR_MAX) {
      return Supplement.stated(number);
    }
    return number < Year.YEAR_MIN ? new Instalment(number) : new Year(number);
  }

  /**
   * The number by which sealed statements state it: 0, the number of an instalment, the year, or
   * the year and the two digits of a supplement, such as 202701.
   */
  default int statedNumber() {
    return switch (this) {
      case Price price -> 0;
      case Instalment instalment -> instalment.number();
      case Year year -> year.year();
      case Supplement later -> later.stated();
    };
  }

  /** The calendar year to which the income belongs; the price and its instalments have none. */
  default Optional<Integer> calendarYear() {
    return switch (this) {
      case Price price -> Optional.empty();
      case Instalment instalment -> Optional.empty();
      case Year year -> Optional.of(year.year());
      case Supplement later -> Optional.of(later.year());
    };
  }

  /** The occasion of which facts are noted for this one: a supplement has the facts of its year. */
  default Occasion ofFacts() {
    return switch (this) {
      case Supplement later -> later.ofYear();
      case Price price -> this;
      case Instalment instalment -> this;
      case Year year -> this;
    };
  }

  /** The wording, as it is printed, for example '2027年度'. */
  default String zh() {
    return switch (this) {
      case Price price -> "成交价款";
      case Instalment instalment -> "第" + instalment.number() + "期价款";
      case Year year -> year.year() + "年度";
      case Supplement later -> "%d年度第%d次补报".formatted(later.year(), later.number());
    };
  }

  @Override
  default int compareTo(Occasion other) {
    return Comparator.comparing((Occasion one) -> one.calendarYear().orElse(0))
        .thenComparing(Occasion::statedNumber)
        .compare(this, other);
  }
}
