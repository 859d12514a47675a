package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.house.figures.Checkout;
import eco.exchange.house.figures.FileGraph;
import eco.exchange.house.figures.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms keep their rules; and each rule is seen to find what is planted against it. */
class RoomRulesTest {

  private static final String LOT = "eco.exchange.lot";

  @TestFactory
  Stream<DynamicTest> every_room_keeps_the_rules() {
    FileGraph house = FileGraph.of(Checkout.here().java());
    return RoomRules.all(RoomRules.LARGER).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(), () -> assertThat(rule.getValue().apply(house)).isEmpty()));
  }

  @Test
  void a_package_of_more_than_twenty_files_is_found() {
    assertThat(RoomRules.crowded(files(20), Map.of())).isEmpty();
    assertThat(RoomRules.crowded(files(21), Map.of())).containsExactly(LOT + " holds 21 files");
  }

  @Test
  void a_larger_package_is_listed_with_its_reason_and_no_longer_than_it_is_larger() {
    Map<String, String> larger = Map.of(LOT, "one language");
    assertThat(RoomRules.crowded(files(21), larger)).isEmpty();
    assertThat(RoomRules.crowded(files(20), larger))
        .containsExactly(LOT + " need not be listed: one language");
  }

  @Test
  void a_second_door_of_a_package_is_found() {
    String door = "@ApplicationScoped public class ";
    String hidden = "@ApplicationScoped class Desk {}";
    String store = "@Singleton public class PgLotStore {}";
    assertThat(RoomRules.doors(lot(door + "Lots {}", hidden, store))).isEmpty();
    assertThat(RoomRules.doors(lot(door + "Lots {}", door + "Bids {}"))).hasSize(1);
  }

  @Test
  void a_circle_is_found_however_a_file_names_the_other() {
    Source bid = source("bid", "Bid", "import eco.exchange.lot.Lot; record Bid(Lot lot) {}");
    assertThat(circles(bid, lotThat("import eco.exchange.bid.Bid; record Lot(Bid bid) {}")))
        .containsExactly("circle of 2 files: [eco.exchange.bid.Bid, eco.exchange.lot.Lot]");
    assertThat(circles(bid, lotThat("import eco.exchange.bid.*; record Lot(Bid bid) {}")))
        .hasSize(1);
    assertThat(circles(bid, lotThat("record Lot(eco.exchange.bid.Bid bid) {}"))).hasSize(1);
    assertThat(circles(bid, lotThat("import static eco.exchange.bid.Bid.least; record Lot() {}")))
        .hasSize(1);
    assertThat(RoomRules.circles(lot("record Lot(Bid bid) {}", "record Bid(Lot lot) {}")))
        .hasSize(1);
  }

  @Test
  void a_word_in_a_comment_or_a_type_of_ones_own_makes_no_circle() {
    Source bid = source("lot", "Bid", "record Bid(Lot lot) {}");
    assertThat(circles(bid, lotThat("/** {@link Bid} */ record Lot() {}"))).isEmpty();
    assertThat(circles(bid, lotThat("record Lot(Bid bid) { record Bid() {} }"))).isEmpty();
    assertThat(circles(bid, lotThat("import eco.exchange.fund.Bid; record Lot(Bid bid) {}")))
        .isEmpty();
  }

  @Test
  void a_sealed_type_and_what_it_permits_may_name_each_other() {
    String phase = "sealed interface Phase permits Open, Closed {}";
    String open = "record Open() implements Phase { Closed closed() { return new Closed(); } }";
    String closed = "record Closed() implements Phase {}";
    assertThat(RoomRules.circles(lot(phase, open, closed))).isEmpty();
    String nested = "sealed interface Phase { sealed interface Running permits Open, Closed {} }";
    assertThat(RoomRules.circles(lot(nested + " record Bid(Phase phase) {}", open, closed)))
        .isEmpty();
    String stranger = "record Bell() { Phase phase() { return null; } }";
    assertThat(
            RoomRules.circles(
                lot(
                    phase,
                    "record Open() implements Phase { Bell bell() { return null; } }",
                    stranger)))
        .hasSize(1);
    String not = phase.replace("sealed ", "").replace(" permits Open, Closed", " { Open open(); }");
    assertThat(RoomRules.circles(lot(not, open, closed))).hasSize(1);
  }

  @Test
  void a_tree_of_values_may_hold_itself() {
    String taker =
        "sealed interface Taker { record Group(java.util.List<Step> steps) implements Taker {} }";
    assertThat(RoomRules.circles(lot(taker, "record Step(Taker taker) {}"))).isEmpty();
    String answer = "record Answer(Phase next) {}";
    String phase = "sealed interface Phase { Answer judge(); record Open() implements Phase {} }";
    assertThat(RoomRules.circles(lot(phase, answer))).hasSize(1);
  }

  @Test
  void two_types_of_one_simple_name_are_found() {
    Source lot = lotThat("record Lot() {}");
    assertThat(RoomRules.names(graph(lot, source("bid", "Lot", "record Lot() {}"))))
        .containsExactly("Lot is a type of [eco.exchange.bid, eco.exchange.lot]");
    assertThat(RoomRules.names(graph(lot, source("bid", "Bid", "record Bid() { enum Lot {} }"))))
        .isEmpty();
  }

  @Test
  void tests_and_package_descriptions_are_not_counted() {
    Source test =
        new Source("listing/src/test/java/A.java", "package eco.exchange.lot; class A {}");
    assertThat(graph(test, source("lot", "package-info", "")).packages()).isEmpty();
  }

  private static FileGraph files(int count) {
    return lot(
        IntStream.range(0, count)
            .mapToObj(i -> "class A%d {}".formatted(i))
            .toArray(String[]::new));
  }

  private static List<String> circles(Source... sources) {
    return RoomRules.circles(graph(sources));
  }

  /** One package with these files, each named for its type. */
  private static FileGraph lot(String... texts) {
    return graph(
        Stream.of(texts)
            .map(
                text -> {
                  String name = text.replaceAll("(?s).*?(class|record|interface) (\\w+).*", "$2");
                  return source("lot", name, text);
                })
            .toArray(Source[]::new));
  }

  private static Source lotThat(String text) {
    return source("lot", "Lot", text);
  }

  private static Source source(String room, String name, String text) {
    String path = "listing/src/main/java/eco/exchange/%s/%s.java".formatted(room, name);
    return new Source(path, "package eco.exchange.%s; %s".formatted(room, text));
  }

  private static FileGraph graph(Source... sources) {
    return FileGraph.of(List.of(sources));
  }
}
