package eco.exchange.contracts.paper;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.geom.PageSize;

/** How papers look: sizes in points, and colours. */
final class Look {

  static final PageSize PAGE = PageSize.A4;
  static final float MARGIN_SIDE = 64;
  static final float MARGIN_TOP = 56;
  static final float MARGIN_BOTTOM = 70;
  static final float WIDTH = PAGE.getWidth() - 2 * MARGIN_SIDE;

  static final float SIZE_TITLE = 21;
  static final float SIZE_HEADING = 12.5f;
  static final float SIZE_TEXT = 10.5f;
  static final float SIZE_TABLE = 9.5f;
  static final float SIZE_SMALL = 8;
  static final float LEADING = 1.3f;
  static final float LEADING_TABLE = 1.25f;
  static final float NUMBER_WIDTH = 30;

  static final DeviceRgb INK = new DeviceRgb(0x1E, 0x24, 0x21);
  static final DeviceRgb FOREST = new DeviceRgb(0x1F, 0x5C, 0x3F);
  static final DeviceRgb FAINT = new DeviceRgb(0x5C, 0x66, 0x61);
  static final DeviceRgb LINE = new DeviceRgb(0xB7, 0xC6, 0xBD);
  static final DeviceRgb TINT = new DeviceRgb(0xEE, 0xF4, 0xF0);
  static final DeviceRgb AMBER = new DeviceRgb(0x8A, 0x5A, 0x00);
  static final DeviceRgb AMBER_TINT = new DeviceRgb(0xFD, 0xF6, 0xE3);

  private Look() {}
}
