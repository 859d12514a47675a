package eco.exchange.contracts.print.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The cutting of a TrueType face down to the signs of one paper, with glyphs numbered anew and
 * drawn on a coarser grid.
 *
 * <p>The usual subset leaves every glyph its number, and so carries metrics and offsets for thirty
 * thousand of them, fifty kilobytes for a signature of ten signs. It may be shared by threads;
 * outlines are made once.
 */
final class FaceSubsetter {

  // What a PDF needs (ISO 32000-1, 9.9); by the other tables the face is only read.
  private static final Set<String> EMBEDDED =
      Set.of("glyf", "head", "hhea", "hmtx", "loca", "maxp");

  // The lengths in these tables, by their place (OpenType, 'head', 'hhea', 'OS/2').
  private static final int[] LENGTHS_IN_HEAD = {36, 38, 40, 42};
  private static final int[] LENGTHS_IN_HHEA = {4, 6, 8, 10, 12, 14, 16};
  private static final int[] LENGTHS_IN_OS2 = {
    2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72, 74, 76, 86, 88
  };
  private static final int UNITS_PER_EM = 18;

  private final Map<String, ByteBuffer> tables = new HashMap<>();
  private final Map<Integer, byte[]> outlines = new ConcurrentHashMap<>();
  private final CharacterMap characters;
  private final int longMetrics;
  private final boolean hasLongOffsets;

  FaceSubsetter(byte[] bytes) {
    ByteBuffer face = ByteBuffer.wrap(bytes);
    int count = face.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, face.slice(face.getInt(entry + 8), face.getInt(entry + 12)));
    }
    this.characters = CharacterMap.read(table("cmap"));
    this.longMetrics = unsigned(table("hhea"), 34);
    this.hasLongOffsets = table("head").getShort(50) == 1;
  }

  /** The number of the glyph that draws a sign; 0 if the face has none. */
  int glyph(int sign) {
    return characters.glyph(sign);
  }

  /** A face with some of the signs. */
  SubsetFace cut(BitSet signs) {
    int[] glyphs = signs.stream().map(this::glyph).toArray();
    Map<Integer, Integer> numbers = numbers(glyphs);
    Set<Integer> kept = numbers.keySet();
    ByteBuffer head = coarser("head", LENGTHS_IN_HEAD);
    Map<String, ByteBuffer> cut = new TreeMap<>();
    cut.put("head", head.putShort(UNITS_PER_EM, (short) em()).putShort(50, (short) 1));
    cut.put("hhea", coarser("hhea", LENGTHS_IN_HHEA).putShort(34, (short) kept.size()));
    cut.put("OS/2", coarser("OS/2", LENGTHS_IN_OS2));
    cut.put("maxp", coarser("maxp").putShort(4, (short) kept.size()));
    cut.put("name", table("name"));
    cut.put("post", ByteBuffer.allocate(32).putInt(0, 0x00030000));
    cut.put("hmtx", metrics(kept));
    cut.put("loca", offsets(kept));
    cut.put("glyf", joined(kept));
    cut.put("cmap", CharacterMap.write(signs, IntStream.of(glyphs).map(numbers::get).toArray()));
    byte[] readable = assembled(cut);
    cut.keySet().retainAll(EMBEDDED);
    try {
      return new SubsetFace(readable, assembled(cut), kept.size());
    } catch (IOException e) {
      throw new UncheckedIOException("a face that cannot be read once it is cut", e);
    }
  }

  /** In how many lines of the coarser grid the size of a sign is divided. */
  int em() {
    return unsigned(table("head"), UNITS_PER_EM) / GlyphOutline.COARSER;
  }

  /** How far a glyph moves the pen, in lines of the coarser grid. */
  int advance(int glyph) {
    return GlyphOutline.coarser(unsigned(table("hmtx"), 4 * Math.min(glyph, longMetrics - 1)));
  }

  /** The new numbers of glyphs, in their order; the first is for what lacks. */
  private static Map<Integer, Integer> numbers(int[] glyphs) {
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    numbers.put(0, 0);
    for (int glyph : glyphs) {
      numbers.putIfAbsent(glyph, numbers.size());
    }
    return numbers;
  }

  private byte[] outline(int glyph) {
    return outlines.computeIfAbsent(glyph, this::drawn);
  }

  private byte[] drawn(int glyph) {
    ByteBuffer offsets = table("loca");
    int from = hasLongOffsets ? offsets.getInt(4 * glyph) : 2 * unsigned(offsets, 2 * glyph);
    int to = hasLongOffsets ? offsets.getInt(4 * glyph + 4) : 2 * unsigned(offsets, 2 * glyph + 2);
    return from == to
        ? new byte[0]
        : GlyphOutline.read(table("glyf").slice(from, to - from)).coarser().write();
  }

  private ByteBuffer metrics(Set<Integer> kept) {
    ByteBuffer all = table("hmtx");
    ByteBuffer metrics = ByteBuffer.allocate(4 * kept.size());
    for (int glyph : kept) {
      int bearing =
          glyph < longMetrics
              ? all.getShort(4 * glyph + 2)
              : all.getShort(4 * longMetrics + 2 * (glyph - longMetrics));
      metrics.putShort((short) advance(glyph)).putShort((short) GlyphOutline.coarser(bearing));
    }
    return metrics;
  }

  private ByteBuffer offsets(Set<Integer> kept) {
    ByteBuffer offsets = ByteBuffer.allocate(4 * (kept.size() + 1));
    int at = 0;
    for (int glyph : kept) {
      offsets.putInt(at);
      at += outline(glyph).length;
    }
    return offsets.putInt(at);
  }

  private ByteBuffer joined(Set<Integer> kept) {
    ByteBuffer glyf =
        ByteBuffer.allocate(kept.stream().mapToInt(glyph -> outline(glyph).length).sum());
    kept.forEach(glyph -> glyf.put(outline(glyph)));
    return glyf;
  }

  private static byte[] assembled(Map<String, ByteBuffer> tables) {
    int size = 12 + 16 * tables.size();
    for (ByteBuffer table : tables.values()) {
      size += padded(table.capacity());
    }
    ByteBuffer face = ByteBuffer.allocate(size);
    face.putInt(0x00010000).putShort((short) tables.size()).position(12);
    int at = 12 + 16 * tables.size();
    for (Map.Entry<String, ByteBuffer> table : tables.entrySet()) {
      ByteBuffer content = table.getValue();
      face.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      face.putInt(0).putInt(at).putInt(content.capacity());
      face.put(at, content, 0, content.capacity());
      at += padded(content.capacity());
    }
    return face.array();
  }

  private ByteBuffer table(String tag) {
    ByteBuffer table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("a face without the table " + tag);
    }
    return table;
  }

  /** A copy of a table, with the lengths at these places on the coarser grid. */
  private ByteBuffer coarser(String tag, int... places) {
    ByteBuffer original = table(tag);
    ByteBuffer copy = ByteBuffer.allocate(original.capacity());
    copy.put(0, original, 0, original.capacity());
    for (int place : places) {
      copy.putShort(place, (short) GlyphOutline.coarser(copy.getShort(place)));
    }
    return copy;
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static int padded(int size) {
    return (size + 3) & ~3;
  }
}
