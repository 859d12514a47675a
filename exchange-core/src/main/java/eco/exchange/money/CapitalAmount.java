package eco.exchange.money;

import cn.hutool.core.convert.Convert;

/** An amount in Chinese capitals (人民币大写), as contracts and vouchers write it. */
public final class CapitalAmount {

  private CapitalAmount() {}

  /**
   * Writes an amount in capitals, for example '52.30' is 伍拾贰元叁角整.
   *
   * @param amount the amount, not negative
   * @throws IllegalArgumentException if the amount is negative
   */
  public static String of(Money amount) {
    if (amount.isBelow(Money.ZERO)) {
      throw new IllegalArgumentException("a paper states no negative amount: " + amount);
    }
    return Convert.digitToChinese(amount.inYuan());
  }
}
