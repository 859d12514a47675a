package eco.exchange.contracts.print.layout;

/**
 * The places where a line of Chinese may end: after any sign, but never before a closing mark or
 * after an opening one, and not inside a number or a word of letters.
 */
final class ChineseLineBreaks {

  private static final String NEVER_FIRST = "，。、；：！？）》」』】〕”’…—·％%,.;:!?)]}元年";
  private static final String NEVER_LAST = "（《「『【〔“‘([{￥¥第";

  private ChineseLineBreaks() {}

  /** Whether a line may end after a sign and the next begin with another. */
  static boolean mayPart(int sign, int next) {
    if (sign == ' ') {
      return true;
    }
    return (isWide(sign) || isWide(next))
        && NEVER_LAST.indexOf(sign) < 0
        && NEVER_FIRST.indexOf(next) < 0;
  }

  private static boolean isWide(int sign) {
    return sign >= 0x2E80 || (sign >= 0x2010 && sign <= 0x206F);
  }
}
