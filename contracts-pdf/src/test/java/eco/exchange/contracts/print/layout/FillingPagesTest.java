package eco.exchange.contracts.print.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FillingPagesTest {

  private static final float TENTH = PageMeasures.HEIGHT / 10;

  @Test
  void a_page_takes_as_many_strips_as_find_room() {
    assertThat(pages(strips("a b c d e f g h i j k"))).containsExactly("abcdefghij", "k");
  }

  @Test
  void strips_that_hold_each_other_begin_the_next_page_together() {
    assertThat(pages(strips("a b c d e f g h i- j- k l"))).containsExactly("abcdefgh", "ijkl");
  }

  @Test
  void what_is_too_high_for_any_page_goes_on_from_where_it_is() {
    List<Strip> strips = strips("a b c- d- e- f- g- h- i- j- k- l- m");

    assertThat(pages(strips)).containsExactly("abcdefghij", "klm");
  }

  @Test
  void the_head_of_a_table_stands_again_above_the_rows_of_the_next_page() {
    Strip head = strip("T");
    List<Strip> strips = new ArrayList<>(strips("a b c d e f g h T"));
    strips("1 2 3").forEach(row -> strips.add(row.under(head)));

    assertThat(pages(strips)).containsExactly("abcdefghT1", "T23");
  }

  @Test
  void what_is_left_free_above_counts_only_within_a_page() {
    List<Strip> strips =
        strips("a b c d e f g h i j k").stream().map(strip -> strip.apart(TENTH / 4, 0)).toList();

    List<LaidPage> pages = Pagination.pages(strips);

    assertThat(pages(strips)).containsExactly("abcdefgh", "ijk");
    assertThat(pages)
        .extracting(page -> page.strips().getFirst().top())
        .containsOnly(PageMeasures.PAGE.getHeight() - PageMeasures.MARGIN_TOP);
  }

  @Test
  void of_two_wishes_for_a_gap_the_greater_counts() {
    Strip upper = strip("a").apart(0, 12);

    assertThat(upper.gapTo(strip("b").apart(16, 0))).isEqualTo(16);
    assertThat(upper.gapTo(strip("b").apart(4, 0))).isEqualTo(12);
  }

  /** Strips of a tenth of a page; one with a stroke behind it holds the next. */
  private static List<Strip> strips(String names) {
    return List.of(names.split(" ")).stream()
        .map(name -> name.endsWith("-") ? strip(name.substring(0, 1)).holding() : strip(name))
        .toList();
  }

  private static Strip strip(String name) {
    return Strip.of(TENTH - 0.001f, List.of(new StripItem.Bookmark(name)));
  }

  private static List<String> pages(List<Strip> strips) {
    List<LaidPage> pages = Pagination.pages(strips);
    return IntStream.range(0, pages.size()).mapToObj(i -> names(pages.get(i))).toList();
  }

  private static String names(LaidPage page) {
    return page.strips().stream()
        .flatMap(laid -> laid.strip().content().stream())
        .map(placed -> ((StripItem.Bookmark) placed).title())
        .collect(Collectors.joining());
  }
}
