package eco.exchange.contracts.print.face;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** The glyphs by which a face draws characters (OpenType, table 'cmap'). */
final class CharacterMap {

  private static final int EVERY_CHARACTER = 12;
  private static final int WINDOWS = 3;
  private static final int UNICODE = 10;
  private static final int HEADER = 16;
  private static final int GROUP = 12;

  // Groups of characters that follow each other, as do their glyphs.
  private final int[] firsts;
  private final int[] lasts;
  private final int[] glyphs;

  private CharacterMap(int groups) {
    this.firsts = new int[groups];
    this.lasts = new int[groups];
    this.glyphs = new int[groups];
  }

  /** Reads the map of a face that has one of format 12. */
  static CharacterMap read(ByteBuffer table) {
    for (int i = 0; i < table.getShort(2); i++) {
      ByteBuffer map =
          table.slice(table.getInt(8 + 8 * i), table.capacity() - table.getInt(8 + 8 * i));
      if (map.getShort(0) == EVERY_CHARACTER) {
        return groups(map);
      }
    }
    throw new IllegalArgumentException("a face without a map of all characters");
  }

  private static CharacterMap groups(ByteBuffer from) {
    CharacterMap map = new CharacterMap(from.getInt(HEADER - 4));
    for (int i = 0; i < map.firsts.length; i++) {
      int group = HEADER + GROUP * i;
      map.firsts[i] = from.getInt(group);
      map.lasts[i] = from.getInt(group + 4);
      map.glyphs[i] = from.getInt(group + 8);
    }
    return map;
  }

  /** The number of the glyph; 0 if the face has none. */
  int glyph(int character) {
    int found = Arrays.binarySearch(firsts, character);
    int group = found >= 0 ? found : -found - 2;
    return group >= 0 && character <= lasts[group] ? glyphs[group] + character - firsts[group] : 0;
  }

  /**
   * Writes the map of a face that has some characters, one group for each.
   *
   * @param glyphs the numbers of their glyphs, in the order of the characters
   */
  static ByteBuffer write(BitSet characters, int[] glyphs) {
    int length = HEADER + GROUP * glyphs.length;
    ByteBuffer map = ByteBuffer.allocate(GROUP + length);
    map.putShort((short) 0).putShort((short) 1);
    map.putShort((short) WINDOWS).putShort((short) UNICODE).putInt(GROUP);
    map.putShort((short) EVERY_CHARACTER).putShort((short) 0).putInt(length).putInt(0);
    map.putInt(glyphs.length);
    int at = 0;
    for (int sign = characters.nextSetBit(0); sign >= 0; sign = characters.nextSetBit(sign + 1)) {
      map.putInt(sign).putInt(sign).putInt(glyphs[at++]);
    }
    return map;
  }
}
