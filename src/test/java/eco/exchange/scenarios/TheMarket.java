package eco.exchange.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Agenda;
import eco.exchange.acceptance.Http;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.ConfigProvider;

/** The market of the test run, with its staff in place. */
public final class TheMarket {

  static final String PASSWORD = "a-password-for-scenarios";
  private static final Http HTTP = new RestAssuredHttp();

  private TheMarket() {}

  /** Opens it; its staff is there afterwards. */
  public static Market opened() throws IOException {
    Path data = Path.of(ConfigProvider.getConfig().getValue("exchange.data", String.class));
    String password = Files.readAllLines(data.resolve("administrator.txt")).get(1);
    Participant administrator = new Participant(HTTP, "administrator", password);
    Market market = new Market(HTTP, administrator, PASSWORD, today(administrator));
    market.staff();
    return market;
  }

  /** The same deal under another name, so that it is another trade. */
  public static TradeFacts named(String tag, TradeFacts facts) {
    ObjectNode copy = facts.json().deepCopy();
    return new TradeFacts(copy.put("tag", tag));
  }

  /** A walk of one trade by itself, of which nothing is told. */
  public static TradeWalk walk(TradeFacts facts, Market market) {
    Agenda agenda = new Agenda(1, market::moveTo);
    return new TradeWalk(facts, market, agenda, (title, step, of, day, line) -> {});
  }

  private static LocalDate today(Participant anybody) {
    JsonNode clock = anybody.sees("/api/v1/market/clock");
    return Instant.parse(clock.path("now").asText())
        .atZone(ZoneId.of("Asia/Shanghai"))
        .toLocalDate();
  }
}
