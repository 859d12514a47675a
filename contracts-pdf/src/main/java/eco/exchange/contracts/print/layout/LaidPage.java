package eco.exchange.contracts.print.layout;

import java.util.List;

/**
 * A page with what stands on it.
 *
 * @param strips the strips, in the order in which they are read
 */
public record LaidPage(List<Laid> strips) {

  public LaidPage {
    strips = List.copyOf(strips);
  }

  /**
   * A strip on a page.
   *
   * @param strip the strip
   * @param top where its top is, in points above the lower edge of the page
   */
  public record Laid(Strip strip, float top) {}
}
