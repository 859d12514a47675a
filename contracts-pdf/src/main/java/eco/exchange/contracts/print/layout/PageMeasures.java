package eco.exchange.contracts.print.layout;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.geom.PageSize;

/** The measures of papers: lengths in points, and colours. */
public final class PageMeasures {

  public static final PageSize PAGE = PageSize.A4;

  /** Above this line of a page stands what the manuscript says, below it only the foot. */
  public static final float FOOT_TOP = 52;

  static final float MARGIN_SIDE = 64;
  static final float MARGIN_TOP = 56;
  static final float MARGIN_BOTTOM = 70;
  static final float WIDTH = PAGE.getWidth() - 2 * MARGIN_SIDE;
  static final float HEIGHT = PAGE.getHeight() - MARGIN_TOP - MARGIN_BOTTOM;
  static final float NUMBER_WIDTH = 30;

  static final DeviceRgb INK = new DeviceRgb(0x1E, 0x24, 0x21);
  static final DeviceRgb FOREST = new DeviceRgb(0x1F, 0x5C, 0x3F);
  static final DeviceRgb FAINT = new DeviceRgb(0x5C, 0x66, 0x61);
  public static final DeviceRgb LINE = new DeviceRgb(0xB7, 0xC6, 0xBD);
  static final DeviceRgb TINT = new DeviceRgb(0xEE, 0xF4, 0xF0);
  static final DeviceRgb AMBER = new DeviceRgb(0x8A, 0x5A, 0x00);
  static final DeviceRgb AMBER_TINT = new DeviceRgb(0xFD, 0xF6, 0xE3);

  static final TextStyle TITLE = new TextStyle(21, 38, FOREST, true);
  static final TextStyle SUBJECT = new TextStyle(10.5f, 24, INK, false);
  static final TextStyle NUMBER = new TextStyle(9.5f, 20, FAINT, false);
  static final TextStyle HEADING = new TextStyle(12.5f, 21, FOREST, true);
  static final TextStyle TEXT = new TextStyle(10.5f, 19.5f, INK, false);
  static final TextStyle NOTICE = new TextStyle(9.5f, 17, AMBER, true);
  static final TextStyle CELL = new TextStyle(9.5f, 16.5f, INK, false);
  static final TextStyle CELL_HEAD = new TextStyle(9.5f, 16.5f, FOREST, true);
  static final TextStyle CELL_TOTAL = new TextStyle(9.5f, 16.5f, INK, true);
  static final TextStyle ROLE = new TextStyle(10.5f, 22, FOREST, true);
  static final TextStyle NAME = new TextStyle(10.5f, 19, INK, false);
  static final TextStyle LONG_NAME = new TextStyle(7, 12, INK, false);
  static final TextStyle CODE = new TextStyle(8, 14, FAINT, false);
  static final TextStyle IMPRINT = new TextStyle(6.2f, 11, FAINT, false);
  static final TextStyle FOOT = new TextStyle(8, 14, FAINT, false);

  private PageMeasures() {}
}
