package eco.exchange.contracts.press;

import java.util.List;

/**
 * A page with what stands on it.
 *
 * @param strips the strips, in the order in which they are read
 */
record Page(List<Laid> strips) {

  Page {
    strips = List.copyOf(strips);
  }

  /**
   * A strip on a page.
   *
   * @param strip the strip
   * @param top where its top is, in points above the lower edge of the page
   */
  record Laid(Strip strip, float top) {}
}
