package eco.exchange.contracts.paper;

import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.layout.splitting.ISplitCharacters;

/**
 * Where a line of Chinese may end: after any character, but never before a closing mark or after an
 * opening one, and not inside a number or a word of letters.
 */
final class ChineseLineBreaks implements ISplitCharacters {

  private static final String NEVER_FIRST = "，。、；：！？）》」』】〕”’…—·％%,.;:!?)]}元年";
  private static final String NEVER_LAST = "（《「『【〔“‘([{￥¥第";

  @Override
  public boolean isSplitCharacter(GlyphLine line, int position) {
    int sign = signAt(line, position);
    if (sign == ' ') {
      return true;
    }
    if (position + 1 >= line.size()) {
      return isWide(sign);
    }
    int next = signAt(line, position + 1);
    return (isWide(sign) || isWide(next))
        && NEVER_LAST.indexOf(sign) < 0
        && NEVER_FIRST.indexOf(next) < 0;
  }

  private static int signAt(GlyphLine line, int position) {
    Glyph glyph = line.get(position);
    return glyph.hasValidUnicode() ? glyph.getUnicode() : ' ';
  }

  private static boolean isWide(int sign) {
    return sign >= 0x2E80 || (sign >= 0x2010 && sign <= 0x206F);
  }
}
