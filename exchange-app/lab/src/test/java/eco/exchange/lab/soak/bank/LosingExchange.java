package eco.exchange.lab.soak.bank;

import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An exchange with a planted fault: the statements that wait when it is killed are set aside as
 * taken, although nothing has followed from them.
 */
final class LosingExchange implements LinkedExchange {

  private final LinkedExchange exchange;
  private final BankFolder folder;
  private boolean hasLost;

  LosingExchange(LinkedExchange exchange, BankFolder folder) {
    this.exchange = exchange;
    this.folder = folder;
  }

  @Override
  public void killInTheMidst() throws IOException, InterruptedException {
    for (Path file : BankFolder.waiting(folder.fromBank())) {
      if (file.getFileName().toString().contains("-S")) {
        BankFolder.keep(file, "taken");
        hasLost = true;
      }
    }
    exchange.killInTheMidst();
  }

  /** Whether anything was lost. */
  boolean hasLost() {
    return hasLost;
  }

  @Override
  public void work() throws IOException, InterruptedException {
    exchange.work();
  }

  @Override
  public void comeToRest() throws IOException, InterruptedException {
    exchange.comeToRest();
  }

  @Override
  public void goOn() throws IOException {
    exchange.goOn();
  }

  @Override
  public String escaped() throws IOException {
    return exchange.escaped();
  }
}
