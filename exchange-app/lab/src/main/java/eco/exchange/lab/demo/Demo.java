package eco.exchange.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.acceptance.Agenda;
import eco.exchange.acceptance.Http;
import eco.exchange.acceptance.JdkHttp;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.acceptance.WalkFailure;
import eco.exchange.acceptance.WalkListener;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program behind {@code ./exchange demo}, which walks two published trades, side by side. */
public final class Demo {

  private static final String USAGE = "usage: Demo --base-url URL --data FOLDER";

  private Demo() {}

  /** Walks the trades through the exchange at a base URL; the data folder is that exchange's. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    if (arguments.length != 4
        || !arguments[0].equals("--base-url")
        || !arguments[2].equals("--data")) {
      Console.complain(USAGE);
      System.exit(2);
    }
    URI exchange = URI.create(arguments[1]);
    DemoFolder folder = new DemoFolder(Path.of(arguments[3]));
    try {
      walk(exchange, folder);
    } catch (ExecutionException | WalkFailure e) {
      Console.complain("the walk has stopped: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void walk(URI exchange, DemoFolder folder)
      throws IOException, InterruptedException, ExecutionException {
    Http http = new JdkHttp(exchange);
    Participant administrator =
        new Participant(http, "administrator", folder.administratorPassword());
    BankFilePayments till = new BankFilePayments(folder.bank());
    Market market =
        new Market(http, administrator, folder.password(), folder.begun(administrator), till);
    List<TradeFacts> deals = List.of(TradeFacts.pengyang(), TradeFacts.badong());
    Console.say("两宗公开报道的交易,收益分配比例、代码、评估和年收入为示例。 Two published deals; illustrative split.");
    market.staff();
    Agenda agenda = new Agenda(deals.size(), market::moveTo);
    List<String> trades = walkAll(deals, market, agenda);
    JsonNode statement = till.closeDay(market.member("officer"), market.now());
    DemoReport closing = new DemoReport(market, folder, exchange);
    for (int i = 0; i < deals.size(); i++) {
      closing.show(deals.get(i), trades.get(i));
    }
    closing.statement(statement);
    closing.farewell();
  }

  private static List<String> walkAll(List<TradeFacts> deals, Market market, Agenda agenda)
      throws InterruptedException, ExecutionException {
    WalkListener console = new ConsoleProgress();
    try (ExecutorService walkers = Executors.newFixedThreadPool(deals.size())) {
      List<Future<String>> walks =
          deals.stream()
              .map(facts -> walkers.submit(() -> walkOne(facts, market, agenda, console)))
              .toList();
      List<String> trades = new ArrayList<>();
      for (Future<String> walk : walks) {
        trades.add(walk.get());
      }
      return trades;
    }
  }

  private static String walkOne(
      TradeFacts facts, Market market, Agenda agenda, WalkListener telling)
      throws InterruptedException {
    try {
      return new TradeWalk(facts, market, agenda, telling).walk();
    } finally {
      agenda.leave();
    }
  }
}
