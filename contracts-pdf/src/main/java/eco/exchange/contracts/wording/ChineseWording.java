package eco.exchange.contracts.wording;

import eco.exchange.calendar.Deadline;
import eco.exchange.money.CapitalAmount;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Chinese wording of amounts, dates and quantities on papers. */
public final class ChineseWording {

  private static final String NUMERALS = "零一二三四五六七八九十";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private ChineseWording() {}

  /** An amount in figures, for example '1,840,000.00'. */
  public static String figures(Money amount) {
    return "%,.2f".formatted(amount.inYuan());
  }

  /** An amount in figures and capitals, as a contract must state it. */
  public static String full(Money amount) {
    return "人民币%s元（大写：人民币%s）".formatted(figures(amount), CapitalAmount.of(amount));
  }

  /** A day in Beijing, for example '2026年11月21日'. */
  public static String day(Instant at) {
    return DAY.format(at.atZone(Deadline.ZONE));
  }

  /** A day by itself, for example '2026年11月21日'. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A moment in Beijing, for example '2026年11月21日 10:00:00'. */
  public static String moment(Instant at) {
    return MOMENT.format(at.atZone(Deadline.ZONE));
  }

  /** The end of a period: midnight belongs to the day that ends with it, as 24:00. */
  public static String until(Instant end) {
    LocalTime time = end.atZone(Deadline.ZONE).toLocalTime();
    return time.equals(LocalTime.MIDNIGHT)
        ? day(end.minusMillis(1)) + " 24:00"
        : MINUTE.format(end.atZone(Deadline.ZONE));
  }

  /** A number with its thousands set apart and no idle zeros. */
  public static String number(BigDecimal value) {
    int scale = Math.max(0, value.stripTrailingZeros().scale());
    return ("%,." + scale + "f").formatted(value);
  }

  /** An exact number: as a decimal if it ends as one, else whole and as a fraction: '12 1/3'. */
  public static String number(Rational value) {
    if (value.isDecimal()) {
      return number(new BigDecimal(value.toString()));
    }
    boolean isNegative = value.signum() < 0;
    Rational size = isNegative ? value.negated() : value;
    long whole = size.floor();
    return (isNegative ? "-" : "")
        + (whole == 0 ? "" : number(BigDecimal.valueOf(whole)) + " ")
        + size.minus(Rational.of(whole));
  }

  /** An exact number of fen in yuan; what no decimal can say of a fen stands beside. */
  public static String yuan(Rational fen) {
    if (!fen.isDecimal()) {
      Money whole = new Money(fen.floor());
      return figures(whole) + " + " + fen.minus(Rational.fenOf(whole)) + "分";
    }
    BigDecimal yuan = new BigDecimal(fen.toString()).movePointLeft(2).stripTrailingZeros();
    return ("%,." + Math.max(2, yuan.scale()) + "f").formatted(yuan);
  }

  /** An exact number of fen in yuan, rounded to the fen as it is said aloud. */
  public static String nearly(Rational fen) {
    return figures(new Money(fen.plus(Rational.of(1, 2)).floor()));
  }

  /** A part of a whole as a percentage of two decimals, for example '12.34%'. */
  public static String portion(Money part, Money whole) {
    BigDecimal percent = part.inYuan().movePointRight(2);
    return percent.divide(whole.inYuan(), 2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** A monitored erosion with its unit. */
  public static String erosion(Optional<Integer> monitored) {
    return monitored.map(ChineseWording::erosion).orElse("未监测");
  }

  /** An erosion with its unit. */
  public static String erosion(int tonnes) {
    return "%,d吨/（平方千米·年）".formatted(tonnes);
  }

  /** A quantity with the unit as it is spoken. */
  public static String quantity(BigDecimal value, String unit) {
    String spoken =
        switch (unit) {
          case "tCO2e" -> "吨二氧化碳当量（tCO2e）";
          case "mu" -> "亩";
          case "m2" -> "平方米";
          default -> unit;
        };
    return number(value) + spoken;
  }

  /** A number up to ninety-nine as clauses are counted, for example '十二'. */
  public static String numeral(int number) {
    int tens = number / 10;
    String head = tens == 0 ? "" : (tens == 1 ? "" : digit(tens)) + "十";
    return head + (number % 10 == 0 && tens > 0 ? "" : digit(number % 10));
  }

  /** A hash in groups of eight, as the eye compares it. */
  public static String grouped(String hash) {
    return hash.replaceAll("(.{8})(?!$)", "$1 ");
  }

  private static String digit(int value) {
    return NUMERALS.substring(value, value + 1);
  }
}
