package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.house.figures.Checkout;
import eco.exchange.house.figures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a small checkout that is counted by hand. */
class FiguresTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @BeforeEach
  void write_a_checkout() throws IOException {
    write("exchange", "");
    write("listing/pom.xml", "<project/>");
    java("listing", "lot/package-info", "package eco.exchange.lot;");
    java("listing", "lot/Lots", "@ApplicationScoped public class Lots { Lot lot; }");
    java("listing", "lot/Lot", "import eco.exchange.bid.Bid; record Lot(Bid best) {}");
    java("listing", "bid/Bid", "public record Bid(Bidder bidder) {}");
    java("listing", "bid/Bidder", "record Bidder(Bid last) {}");
    java("listing/trial", "trial/Lot", "import eco.exchange.lot.Lots; class Lot {}");
    write("listing/target/generated/src/main/java/eco/exchange/lot/Made.java", "class Made {}");
    write("listing/src/test/java/eco/exchange/lot/LotTest.java", "class LotTest {}");
    String migrations = "listing/src/main/resources/db/migration/";
    write(migrations + "V1__lot.sql", "-- Why.\nCREATE TABLE lot (\n  id text -- by hand\n);\n\n");
    write(migrations + "R__20_guard.sql", "  -- Why.\nSELECT 1;\n");
  }

  @Test
  void modules_are_counted_without_tests_descriptions_and_what_is_built() {
    assertThat(row("listing ")).isEqualTo("listing 4 2 2 2 1 1 1 4 7");
    assertThat(row("listing/trial")).isEqualTo("listing/trial 1 1 1 0 0 0 0 0 0");
    assertThat(row("all ")).isEqualTo("all 5 3 2 2 1 1 1 4 7");
  }

  @Test
  void packages_are_told_with_their_doors_and_arrows() {
    assertThat(row("Packages")).isEqualTo("Packages: 3, arrows between them: 2");
    assertThat(row("eco.exchange.lot ")).isEqualTo("eco.exchange.lot 2 1 Lots");
    assertThat(row("eco.exchange.bid ")).isEqualTo("eco.exchange.bid 2 1");
  }

  @Test
  void circles_and_names_that_occur_twice_are_told() {
    assertThat(row("Circles of files"))
        .isEqualTo("Circles of files: 1, with 2 files; larger than a sealed family: 1");
    assertThat(row(" ")).isEqualTo("2 eco.exchange.bid: Bid Bidder");
    assertThat(row("Circles of packages")).isEqualTo("Circles of packages: 0");
    assertThat(row("Simple names")).isEqualTo("Simple names of more than one type: 1");
    assertThat(row("  Lot")).isEqualTo("Lot eco.exchange.lot eco.exchange.trial");
  }

  /** The first line that begins so, with single spaces. */
  private String row(String beginning) {
    return Figures.of(Checkout.around(root.resolve("listing")))
        .lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow()
        .strip()
        .replaceAll(" +", " ");
  }

  private void java(String module, String type, String text) throws IOException {
    String room = type.replaceAll("/.*", "");
    write(
        "%s/src/main/java/eco/exchange/%s.java".formatted(module, type),
        "package eco.exchange.%s; %s".formatted(room, text));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
