package eco.exchange.money;

/**
 * An amount in Chinese capitals (人民币大写), as contracts and vouchers write it.
 *
 * <p>For example, '1409.50' is 壹仟肆佰零玖元伍角整. The rules are those of the annex to the payment and
 * settlement measures (支付结算办法): zeros between digits are read as one 零; the text ends in 整 unless
 * it states fen. Where the annex leaves a 零 to the writer, it is written before the thousands
 * (壹拾万零柒仟元) and left out before jiao (壹佰元伍角整).
 *
 * <p>Written here because the library at hand (hutool) leaves out 整 after jiao, stops at a hundred
 * trillion yuan, and goes through floating point.
 */
public final class CapitalAmount {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final long[] UNITS = {100_000_000, 10_000, 1000, 100, 10};
  private static final String UNIT_NAMES = "亿万仟佰拾";

  private CapitalAmount() {}

  /**
   * Writes an amount in capitals, without 人民币 before it.
   *
   * @param amount the amount, not negative
   * @throws IllegalArgumentException if the amount is negative
   */
  public static String of(Money amount) {
    if (amount.isBelow(Money.ZERO)) {
      throw new IllegalArgumentException("a paper states no negative amount: " + amount);
    }
    if (amount.isZero()) {
      return "零元整";
    }
    long yuan = amount.fen() / 100;
    long jiao = amount.fen() / 10 % 10;
    long fen = amount.fen() % 10;
    boolean gap = yuan > 0 && jiao == 0 && fen > 0;
    return (yuan > 0 ? whole(yuan) + "元" : "")
        + (jiao > 0 ? whole(jiao) + "角" : gap ? "零" : "")
        + (fen > 0 ? whole(fen) + "分" : "整");
  }

  /** Reads a positive number aloud: so many of its greatest unit, then the rest. */
  private static String whole(long number) {
    for (int place = 0; place < UNITS.length; place++) {
      long unit = UNITS[place];
      if (number >= unit) {
        long rest = number % unit;
        String head = whole(number / unit) + UNIT_NAMES.charAt(place);
        boolean gap = rest < unit / 10 || number / unit % 10 == 0;
        return rest == 0 ? head : head + (gap ? "零" : "") + whole(rest);
      }
    }
    return DIGITS.substring((int) number, (int) number + 1);
  }
}
