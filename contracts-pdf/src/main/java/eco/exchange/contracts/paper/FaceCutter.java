package eco.exchange.contracts.paper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cuts a TrueType face down to the signs of one paper and numbers its glyphs anew.
 *
 * <p>The usual subset leaves every glyph its number, and so carries metrics and offsets for thirty
 * thousand of them, fifty kilobytes for a signature of ten signs. Of the tables only those are kept
 * that a PDF needs (ISO 32000-1, 9.9), besides those by which the face is read again.
 */
final class FaceCutter {

  private static final int GLYPHS_MAX = 0xFFFF;
  private static final List<String> COPIED =
      List.of("OS/2", "cvt ", "fpgm", "name", "prep", "gasp");

  private final ByteBuffer face;
  private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();
  private final int longMetrics;
  private final boolean hasLongOffsets;

  FaceCutter(byte[] bytes) {
    this.face = ByteBuffer.wrap(bytes);
    int count = face.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, face.slice(face.getInt(entry + 8), face.getInt(entry + 12)));
    }
    this.longMetrics = unsigned(table("hhea"), 34);
    this.hasLongOffsets = table("head").getShort(50) == 1;
  }

  /**
   * A face with some of the signs.
   *
   * @param glyphs the numbers of the glyphs in this face, by character
   */
  byte[] cut(SortedMap<Integer, Integer> glyphs) {
    Map<Integer, Integer> renumbered = new LinkedHashMap<>(Map.of(0, 0));
    glyphs.values().forEach(glyph -> number(glyph, renumbered));
    List<ByteBuffer> outlines = new ArrayList<>();
    // Parts of composed glyphs join the queue while it is worked off.
    List<Integer> kept = new ArrayList<>(renumbered.keySet());
    for (int i = 0; i < kept.size(); i++) {
      outlines.add(renumberedOutline(kept.get(i), renumbered));
      renumbered.keySet().stream().skip(kept.size()).forEach(kept::add);
    }
    Map<String, ByteBuffer> cut = new TreeMap<>();
    COPIED.stream().filter(tables::containsKey).forEach(tag -> cut.put(tag, table(tag)));
    cut.put("head", copy("head").putShort(50, (short) 1));
    cut.put("hhea", copy("hhea").putShort(34, (short) kept.size()));
    cut.put("maxp", copy("maxp").putShort(4, (short) kept.size()));
    cut.put("post", ByteBuffer.allocate(32).putInt(0, 0x00030000));
    cut.put("hmtx", metrics(kept));
    cut.put("loca", offsets(outlines));
    cut.put("glyf", joined(outlines));
    cut.put("cmap", characters(glyphs, renumbered));
    return assembled(cut);
  }

  private static void number(int glyph, Map<Integer, Integer> renumbered) {
    if (renumbered.size() > GLYPHS_MAX) {
      throw new IllegalArgumentException("a face has no more than 65,535 glyphs");
    }
    renumbered.putIfAbsent(glyph, renumbered.size());
  }

  private ByteBuffer outline(int glyph) {
    ByteBuffer offsets = table("loca");
    int from = hasLongOffsets ? offsets.getInt(4 * glyph) : 2 * unsigned(offsets, 2 * glyph);
    int to = hasLongOffsets ? offsets.getInt(4 * glyph + 4) : 2 * unsigned(offsets, 2 * glyph + 2);
    return table("glyf").slice(from, to - from);
  }

  /** The outline of a glyph; the parts of one that is composed are numbered with the others. */
  private ByteBuffer renumberedOutline(int glyph, Map<Integer, Integer> renumbered) {
    ByteBuffer outline = copy(outline(glyph));
    if (outline.capacity() == 0 || outline.getShort(0) >= 0) {
      return outline;
    }
    int at = 10;
    int flags;
    do {
      flags = outline.getShort(at);
      int part = unsigned(outline, at + 2);
      number(part, renumbered);
      outline.putShort(at + 2, renumbered.getOrDefault(part, 0).shortValue());
      at += 4 + placeSize(flags);
    } while ((flags & 0x20) != 0);
    return outline;
  }

  /** How many bytes the place and the scale of a part take. */
  private static int placeSize(int flags) {
    int place = (flags & 0x01) != 0 ? 4 : 2;
    int scale = (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
    return place + scale;
  }

  private ByteBuffer metrics(List<Integer> kept) {
    ByteBuffer all = table("hmtx");
    ByteBuffer metrics = ByteBuffer.allocate(4 * kept.size());
    for (int glyph : kept) {
      metrics.putShort(all.getShort(4 * Math.min(glyph, longMetrics - 1)));
      metrics.putShort(
          glyph < longMetrics
              ? all.getShort(4 * glyph + 2)
              : all.getShort(4 * longMetrics + 2 * (glyph - longMetrics)));
    }
    return metrics;
  }

  private static ByteBuffer offsets(List<ByteBuffer> outlines) {
    ByteBuffer offsets = ByteBuffer.allocate(4 * (outlines.size() + 1));
    int at = 0;
    for (ByteBuffer outline : outlines) {
      offsets.putInt(at);
      at += padded(outline.capacity());
    }
    return offsets.putInt(at);
  }

  private static ByteBuffer joined(List<ByteBuffer> outlines) {
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    outlines.forEach(
        outline -> glyf.writeBytes(Arrays.copyOf(outline.array(), padded(outline.capacity()))));
    return ByteBuffer.wrap(glyf.toByteArray());
  }

  /** A character map of format 12, one group for each character. */
  private static ByteBuffer characters(
      SortedMap<Integer, Integer> glyphs, Map<Integer, Integer> renumbered) {
    int length = 16 + 12 * glyphs.size();
    ByteBuffer map = ByteBuffer.allocate(12 + length);
    map.putShort((short) 0).putShort((short) 1);
    map.putShort((short) 3).putShort((short) 10).putInt(12);
    map.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
    glyphs.forEach(
        (sign, glyph) -> map.putInt(sign).putInt(sign).putInt(renumbered.getOrDefault(glyph, 0)));
    return map;
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

  private ByteBuffer copy(String tag) {
    return copy(table(tag));
  }

  private static ByteBuffer copy(ByteBuffer original) {
    ByteBuffer copy = ByteBuffer.allocate(original.capacity());
    return copy.put(0, original, 0, original.capacity());
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static int padded(int size) {
    return (size + 3) & ~3;
  }
}
