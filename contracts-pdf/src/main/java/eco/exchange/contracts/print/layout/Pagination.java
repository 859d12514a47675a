package eco.exchange.contracts.print.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The laying of strips on pages, as many on each as find room. Strips that hold each other move to
 * the next page together, unless even a whole page is too small for them.
 */
public final class Pagination {

  private static final float TOP = PageMeasures.PAGE.getHeight() - PageMeasures.MARGIN_TOP;

  private final List<List<LaidPage.Laid>> pages = new ArrayList<>();
  private float at;
  private Optional<Strip> before = Optional.empty();

  private Pagination() {
    begin();
  }

  public static List<LaidPage> pages(List<Strip> strips) {
    Pagination pagination = new Pagination();
    for (int from = 0; from < strips.size(); ) {
      int to = from + 1;
      while (strips.get(to - 1).holdsNext() && to < strips.size()) {
        to++;
      }
      pagination.lay(strips.subList(from, to));
      from = to;
    }
    return pagination.pages.stream().map(LaidPage::new).toList();
  }

  private void lay(List<Strip> together) {
    float height = Strip.height(together);
    if (height <= PageMeasures.HEIGHT && !hasRoom(together.getFirst(), height)) {
      begin();
    }
    together.forEach(this::lay);
  }

  private void lay(Strip strip) {
    if (!hasRoom(strip, strip.height())) {
      begin();
    }
    if (before.isEmpty()) {
      strip.head().ifPresent(this::put);
    }
    put(strip);
  }

  private void put(Strip strip) {
    at -= gap(strip);
    pages.getLast().add(new LaidPage.Laid(strip, at));
    at -= strip.height();
    before = Optional.of(strip);
  }

  private boolean hasRoom(Strip strip, float height) {
    return at - gap(strip) - height >= PageMeasures.MARGIN_BOTTOM;
  }

  private float gap(Strip next) {
    return before.map(strip -> strip.gapTo(next)).orElse(0f);
  }

  private void begin() {
    pages.add(new ArrayList<>());
    at = TOP;
    before = Optional.empty();
  }
}
